import type { IpPermission } from '../../../clients/aws/sdk/ec2.ts';
import { inOrder } from './resource-kind.ts';

/** One rule of a security group: one protocol and port range, one peer. */
export type ShownRule = {
  /** `tcp`, `udp`, `icmp`, `all`, or a number. */
  readonly protocol: string;
  /** Ports, or ICMP type and code; undefined: all. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** A block of addresses, a security group or a prefix list. */
  readonly peer: string;
  readonly description: string | undefined;
};

/** AWS groups rules by protocol and ports; here each peer is a rule of its own, as in the console. */
export function shownRules(permissions: readonly IpPermission[] = []): readonly ShownRule[] {
  return inOrder(permissions.flatMap(rulesOf));
}

function rulesOf(permission: IpPermission): readonly ShownRule[] {
  const protocol = permission.IpProtocol === '-1' ? 'all' : (permission.IpProtocol ?? 'all');
  // For ICMP, -1 stands for every type.
  const [from, to] =
    protocol === 'all' || permission.FromPort === -1
      ? [undefined, undefined]
      : [permission.FromPort, permission.ToPort];
  const peers = [
    ...(permission.IpRanges ?? []).map(range => [range.CidrIp, range.Description] as const),
    ...(permission.Ipv6Ranges ?? []).map(range => [range.CidrIpv6, range.Description] as const),
    ...(permission.UserIdGroupPairs ?? []).map(pair => [pair.GroupId, pair.Description] as const),
    ...(permission.PrefixListIds ?? []).map(list => [list.PrefixListId, list.Description] as const),
  ];
  return peers.map(([peer = '', description]) => ({ protocol, from, to, peer, description }));
}
