import { passes, regionControl } from './control.ts';
import { openPorts } from './open-ports.ts';

/** CIFS from the internet. */
export const openFileSharing = regionControl({
  id: '5.1.2',
  v7: '6.1.2',
  title: 'No security group lets the internet to file sharing (CIFS, port 445)',
  section: 'Networking',
  severity: 'critical',
  why: 'SMB has been the way of worms and ransomware; it is not meant for the internet.',
  remedy: {
    change:
      'The rule that opens port 445 to everybody goes; clients come over a VPN or from named addresses.',
    commands: [
      'aws ec2 describe-security-groups --region {region} --group-ids {resource} --query "SecurityGroups[].IpPermissions"',
      'aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --protocol tcp --port 445 --cidr 0.0.0.0/0  # as the rule is written: repeat its protocol, ports and range exactly',
    ],
    terraform:
      'resource "aws_vpc_security_group_ingress_rule" "files" {\n  security_group_id = "{resource}"\n  cidr_ipv4         = "10.0.0.0/8" # your clients\n  ip_protocol       = "tcp"\n  from_port         = 445\n  to_port           = 445\n}',
    risk: 'Clients that mount the share over the internet are cut off.',
    undo: 'Authorise the same rule again.',
    tool: {
      name: 'ec2_close_ports',
      input: { region: '{region}', securityGroupId: '{resource}', ports: [445] },
    },
  },
  reads: ['security-groups'],
  judge: values =>
    values['security-groups'].map(({ id, ingress }) => {
      const isOpen = ingress.some(rule =>
        (['ipv4', 'ipv6'] as const).some(version => openPorts(rule, [445], version).length > 0),
      );
      return passes(id, !isOpen, {
        good: 'Port 445 is not open to everybody.',
        bad: 'Port 445 is open to everybody.',
      });
    }),
});
