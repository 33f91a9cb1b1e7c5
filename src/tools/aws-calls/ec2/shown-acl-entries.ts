import type { NetworkAclEntry } from '../../../clients/aws/sdk/ec2.ts';

/** An entry of a network ACL; they are looked at by number, and the first that fits decides. */
export type ShownAclEntry = {
  readonly number: number;
  readonly action: 'allow' | 'deny';
  /** `tcp`, `udp`, `icmp`, `all`, or a number. */
  readonly protocol: string;
  readonly cidr: string;
  /** Ports; undefined: all. */
  readonly from: number | undefined;
  readonly to: number | undefined;
};

/** IANA's numbers, which is what network ACLs speak: https://www.iana.org/assignments/protocol-numbers */
const protocols: Readonly<Record<string, string>> = { '-1': 'all', '1': 'icmp', '6': 'tcp', '17': 'udp' };

/** The number of a protocol as `CreateNetworkAclEntry` wants it. */
export function protocolNumber(protocol: string): string {
  return Object.entries(protocols).find(([, name]) => name === protocol)?.[0] ?? protocol;
}

/** The entries of one direction, in the order in which they are looked at. */
export function shownAclEntries(
  entries: readonly NetworkAclEntry[] = [],
  egress: boolean,
): readonly ShownAclEntry[] {
  return entries
    .filter(entry => (entry.Egress ?? false) === egress)
    .map(entry => ({
      number: entry.RuleNumber ?? 0,
      action: entry.RuleAction === 'allow' ? ('allow' as const) : ('deny' as const),
      protocol: protocols[entry.Protocol ?? '-1'] ?? entry.Protocol ?? 'all',
      cidr: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '',
      from: entry.PortRange?.From,
      to: entry.PortRange?.To,
    }))
    .toSorted((a, b) => a.number - b.number || (a.cidr < b.cidr ? -1 : 1));
}
