import { openAdminPorts } from './open-admin-ports.ts';

/** Administration ports from any IPv4 address. */
export const openAdminPortsIpv4 = openAdminPorts(
  {
    id: '5.3',
    v7: '6.3',
    title: 'No security group lets 0.0.0.0/0 to the administration ports (22 and 3389)',
  },
  'ipv4',
);
