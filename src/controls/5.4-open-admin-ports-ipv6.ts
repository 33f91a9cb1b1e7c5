import { openAdminPorts } from './open-admin-ports.ts';

/** Administration ports from any IPv6 address. */
export const openAdminPortsIpv6 = openAdminPorts(
  {
    id: '5.4',
    v7: '6.4',
    title: 'No security group lets ::/0 to the administration ports (22 and 3389)',
  },
  'ipv6',
);
