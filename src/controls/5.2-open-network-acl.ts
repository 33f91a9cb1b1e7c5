import { passes, regionControl } from './control.ts';
import { adminPorts, isAnywhere } from './open-ports.ts';
import type { NetworkAcl } from './snapshot.ts';

/** Network ACLs and the administration ports. */
export const openNetworkAcl = regionControl({
  id: '5.2',
  v7: '6.2',
  title: 'No network ACL lets the internet to the administration ports (22 and 3389)',
  section: 'Networking',
  severity: 'high',
  why: 'A subnet that lets everybody in rests on every security group in it being right.',
  remedy: {
    change:
      'A rule with a lower number denies the ports from everywhere; rules for your administrators go before it.',
    commands: [
      'aws ec2 create-network-acl-entry --region {region} --network-acl-id {resource} --ingress --rule-number 1 --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny',
      'aws ec2 create-network-acl-entry --region {region} --network-acl-id {resource} --ingress --rule-number 2 --protocol tcp --port-range From=3389,To=3389 --cidr-block 0.0.0.0/0 --rule-action deny',
      'aws ec2 create-network-acl-entry --region {region} --network-acl-id {resource} --ingress --rule-number 3 --protocol udp --port-range From=3389,To=3389 --cidr-block 0.0.0.0/0 --rule-action deny  # and UDP 22, and the same with --ipv6-cidr-block ::/0',
    ],
    terraform:
      'resource "aws_network_acl_rule" "no_ssh" {\n  network_acl_id = "{resource}"\n  rule_number    = 1\n  egress         = false\n  protocol       = "tcp"\n  rule_action    = "deny"\n  cidr_block     = "0.0.0.0/0"\n  from_port      = 22\n  to_port        = 22\n}',
    risk: 'Network ACLs keep no state: a deny of these ports also drops answers to connections that began at them.',
    undo: 'aws ec2 delete-network-acl-entry --region {region} --network-acl-id {resource} --ingress --rule-number 1',
  },
  reads: ['network-acls'],
  judge: values =>
    values['network-acls'].map(acl => {
      const open = openOf(acl);
      return passes(acl.id, open.length === 0, {
        good: 'Ports 22 and 3389 are not open to everybody.',
        bad: `Everybody is let in to ${open.join(', ')}.`,
      });
    }),
});

const protocols: Readonly<Record<string, string>> = { '6': 'TCP', '17': 'UDP' };

/** What the first rule that speaks of everybody lets in, for each port, protocol and IP version. */
function openOf({ ingress }: NetworkAcl): readonly string[] {
  const rules = ingress.toSorted((a, b) => a.number - b.number);
  const open = new Set<string>();
  for (const version of ['ipv4', 'ipv6'] as const) {
    for (const [number, name] of Object.entries(protocols)) {
      for (const port of adminPorts) {
        const first = rules.find(
          ({ protocol, from, to, range }) =>
            isAnywhere(range, version) &&
            (protocol === '-1' || (protocol === number && (from ?? 0) <= port && port <= (to ?? 65_535))),
        );
        if (first?.isAllowed === true) open.add(`${name} ${port}`);
      }
    }
  }
  return [...open];
}
