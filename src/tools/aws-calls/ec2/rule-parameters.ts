import { z } from 'zod';
import type { IpPermission } from '../../../clients/aws/sdk/ec2.ts';
import { cidr, port, securityGroupId } from './parameters.ts';
import type { ShownRule } from './shown-rules.ts';

/** A rule as a caller writes it. */
const rule = z.object({
  protocol: z
    .enum(['tcp', 'udp', 'icmp', 'icmpv6', 'all'])
    .describe('`all` and ICMP take no ports: every type is meant.'),
  from: port.nullish().describe('First port, with `tcp` and `udp`. Default: 0.'),
  to: port.nullish().describe('Last port. Default: that of `from`, or 65535 without one.'),
  cidr: cidr.nullish().describe('The peer: a block of addresses. Either this or `groupId`.'),
  groupId: securityGroupId.nullish().describe('The peer: what is in this security group.'),
  description: z
    .string()
    .max(255)
    .regex(/^[\w .:/()#,@[\]+=&;{}!$*-]*$/, 'the characters that AWS takes here')
    .nullish(),
});
type RuleInput = z.output<typeof rule>;

/** At most 20 rules of one direction. */
export const rules = z.array(rule).min(1).max(20).describe('Rules, at most 20; each with one peer.');

/** The rule as it is shown afterwards, or what is wrong with it. */
export function readRule(
  input: RuleInput,
): { readonly kind: 'rule'; readonly rule: ShownRule } | { readonly kind: 'wrong'; readonly why: string } {
  const { protocol, from, to, cidr: block, groupId, description } = input;
  const peers = [block, groupId].flatMap(peer => peer ?? []);
  const [peer] = peers;
  if (peer === undefined || peers.length > 1) {
    return { kind: 'wrong', why: 'each rule names one peer: `cidr` or `groupId`.' };
  }
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  if (!hasPorts && (from ?? to ?? undefined) !== undefined) {
    return { kind: 'wrong', why: `\`${protocol}\` takes no ports.` };
  }
  const first = hasPorts ? (from ?? 0) : undefined;
  const last = hasPorts ? (to ?? from ?? 65_535) : undefined;
  if (first !== undefined && last !== undefined && last < first) {
    return { kind: 'wrong', why: `the ports ${first} to ${last} are the wrong way round.` };
  }
  return {
    kind: 'rule',
    rule: { protocol, from: first, to: last, peer, description: description ?? undefined },
  };
}

/** One rule in EC2's own shape. `withDescription`: false for revoking, where it would have to be equal. */
export function permissionOf(shown: ShownRule, withDescription: boolean): IpPermission {
  const { protocol, from, to, peer } = shown;
  const Description = withDescription ? shown.description : undefined;
  const isIcmp = protocol.startsWith('icmp');
  return {
    IpProtocol: protocol === 'all' ? '-1' : protocol,
    ...(protocol !== 'all' && { FromPort: isIcmp ? -1 : from, ToPort: isIcmp ? -1 : to }),
    ...(peer.startsWith('sg-')
      ? { UserIdGroupPairs: [{ GroupId: peer, Description }] }
      : peer.includes(':')
        ? { Ipv6Ranges: [{ CidrIpv6: peer, Description }] }
        : { IpRanges: [{ CidrIp: peer, Description }] }),
  };
}

/** Whether two rules let the same through; descriptions do not matter. */
export function isSameRule(a: ShownRule, b: ShownRule): boolean {
  return a.protocol === b.protocol && a.from === b.from && a.to === b.to && a.peer === b.peer;
}

/** For sentences: `tcp 443 from 10.0.0.0/8`. */
export function ruleText({ protocol, from, to, peer }: ShownRule, way: 'ingress' | 'egress'): string {
  const ports = from === undefined ? '' : ` ${from === to ? from : `${from}–${to}`}`;
  return `${protocol === 'all' ? 'everything' : protocol}${ports} ${way === 'ingress' ? 'from' : 'to'} ${peer}`;
}
