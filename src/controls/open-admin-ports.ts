import type { ControlMeta } from './control.ts';
import { type Control, passes, regionControl } from './control.ts';
import { adminPorts, anywhere, openPorts } from './open-ports.ts';

/** The control that no security group lets the whole internet of one IP version to the administration ports. */
export function openAdminPorts(
  meta: Pick<ControlMeta, 'id' | 'v7' | 'title'>,
  version: 'ipv4' | 'ipv6',
): Control {
  const range = anywhere[version];
  const [permission, from] =
    version === 'ipv4' ? ['--cidr 0.0.0.0/0', 'cidr_blocks'] : ['', 'ipv6_cidr_blocks'];
  const revoke =
    version === 'ipv4'
      ? `aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --protocol tcp --port 22 ${permission}`
      : 'aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --ip-permissions IpProtocol=tcp,FromPort=22,ToPort=22,Ipv6Ranges=[{CidrIpv6=::/0}]';
  return regionControl({
    ...meta,
    section: 'Networking',
    severity: 'critical',
    why: 'Anybody may try passwords and exploits against SSH and RDP.',
    remedy: {
      change: `The rule that lets ${range} in goes; administrators come over Session Manager, a VPN or named addresses.`,
      commands: [
        'aws ec2 describe-security-groups --region {region} --group-ids {resource} --query "SecurityGroups[].IpPermissions"',
        `${revoke}  # as the rule is written: repeat its protocol, ports and range exactly`,
      ],
      terraform: `resource "aws_vpc_security_group_ingress_rule" "admin" {\n  # instead of ${from} = ["${range}"]\n  security_group_id = "{resource}"\n  cidr_ipv4         = "203.0.113.7/32" # your administrators\n  ip_protocol       = "tcp"\n  from_port         = 22\n  to_port           = 22\n}`,
      risk: 'Whoever administers over the open rule is cut off at once; open connections stay.',
      undo: 'Authorise the same rule again.',
      tool: {
        name: 'ec2_close_ports',
        input: { region: '{region}', securityGroupId: '{resource}', ports: [...adminPorts], from: version },
      },
    },
    reads: ['security-groups'],
    judge: values =>
      values['security-groups'].map(({ id, ingress }) => {
        const open = [...new Set(ingress.flatMap(rule => openPorts(rule, adminPorts, version)))];
        return passes(id, open.length === 0, {
          good: `No rule lets ${range} to port 22 or 3389.`,
          bad: `${range} is let in to port ${open.join(' and ')}.`,
        });
      }),
  });
}
