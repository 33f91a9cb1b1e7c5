import { ruleText } from '../rule-parameters.ts';
import type { ShownAclEntry } from '../shown-acl-entries.ts';
import type { ShownRoute } from '../shown-routes.ts';
import type { ShownRule } from '../shown-rules.ts';
import { type Block, isPrivate, overlapOf, readBlock } from './blocks.ts';

/** What a rule, a list or a table says: `partly` for a part of the addresses or ports, or where it cannot be known. */
export type Ruling = { readonly says: 'yes' | 'no' | 'partly'; readonly by: string };

/** What travels: ports are those that are sent to. */
export type Traffic = { readonly protocol: 'tcp' | 'udp' | 'icmp'; readonly ports: Block | undefined };

/** Whom it goes to or comes from: addresses, and the security groups of whoever has them. */
export type Peer = {
  readonly block: Block;
  readonly groups: readonly string[];
  readonly isInternet: boolean;
};

/** Security groups add up: one rule that fits is enough. */
export function securityGroupsRule(
  groups: readonly { readonly id: string; readonly rules: readonly ShownRule[] }[],
  way: 'ingress' | 'egress',
  traffic: Traffic,
  peer: Peer,
): Ruling {
  let partly: string | undefined;
  for (const { id, rules } of groups) {
    for (const rule of rules) {
      if (!isFor(rule.protocol, traffic) || portsOf(rule, traffic) === 'apart') continue;
      const by = `${id} lets through ${ruleText(rule, way)}`;
      const fit = peerFit(rule.peer, peer);
      if (fit === 'covers') return { says: 'yes', by };
      if (fit === 'overlaps') partly ??= by;
    }
  }
  if (partly !== undefined) return { says: 'partly', by: partly };
  const ids = groups.map(({ id }) => id).join(', ') || 'no security group';
  return { says: 'no', by: `no ${way} rule of ${ids} lets it through` };
}

function peerFit(written: string, peer: Peer): 'covers' | 'overlaps' | 'apart' {
  if (written.startsWith('sg-')) return peer.groups.includes(written) ? 'covers' : 'apart';
  // What is in a prefix list is not read.
  if (written.startsWith('pl-')) return 'overlaps';
  const block = readBlock(written);
  if (block === undefined || (peer.isInternet && isPrivate(block))) return 'apart';
  return overlapOf(block, peer.block);
}

/** The lowest entry that fits decides; what fits none is denied. */
export function aclRule(
  { id, entries }: { readonly id: string; readonly entries: readonly ShownAclEntry[] },
  traffic: Traffic,
  peer: Peer,
): Ruling {
  const parts: ShownAclEntry[] = [];
  for (const entry of entries) {
    const block = readBlock(entry.cidr);
    if (block === undefined || !isFor(entry.protocol, traffic)) continue;
    const [address, ports] = [overlapOf(block, peer.block), portsOf(entry, traffic)];
    if (address === 'apart' || ports === 'apart' || (peer.isInternet && isPrivate(block))) continue;
    if (address === 'covers' && ports === 'covers') {
      const differs = parts.find(({ action }) => action !== entry.action);
      if (differs !== undefined) return { says: 'partly', by: entryText(id, differs) };
      return { says: entry.action === 'allow' ? 'yes' : 'no', by: entryText(id, entry) };
    }
    parts.push(entry);
  }
  const allowed = parts.find(({ action }) => action === 'allow');
  if (allowed !== undefined) return { says: 'partly', by: entryText(id, allowed) };
  return { says: 'no', by: `no entry of ${id} allows it` };
}

function entryText(id: string, { number, action, protocol, cidr }: ShownAclEntry): string {
  const what = { allow: 'allows', deny: 'denies' }[action];
  return `entry ${number} of ${id} ${what} ${protocol === 'all' ? 'everything' : protocol} for ${cidr}`;
}

/** Where a table sends packets for a peer: the longest route that covers it. */
export function routeFor(
  { id, routes }: { readonly id: string; readonly routes: readonly ShownRoute[] },
  peer: Peer,
): { readonly target: string | undefined; readonly by: string; readonly isPartial: boolean } {
  const read = routes.flatMap(route => {
    const block = readBlock(route.destination);
    return block === undefined ? [] : [{ route, block, fit: overlapOf(block, peer.block) }];
  });
  const size = ({ block }: { readonly block: Block }): number => block.last - block.first;
  const [best] = read.filter(({ fit }) => fit === 'covers').toSorted((a, b) => size(a) - size(b));
  // Routes for a part of a block lead elsewhere; the internet is what no private route is for.
  const others = read.filter(({ fit, block, route }) => {
    const isOther = fit === 'overlaps' && route.target !== best?.route.target;
    return isOther && !(peer.isInternet && isPrivate(block)) && route.target !== 'local';
  });
  if (best === undefined) {
    const by = others[0] === undefined ? `${id} has no route for it` : `${id} has routes for a part of it`;
    return { target: undefined, by, isPartial: others.length > 0 };
  }
  const { destination, target, state } = best.route;
  if (state === 'blackhole') {
    const by = `the route of ${id} for ${destination} is a blackhole: ${target} is gone`;
    return { target: undefined, by, isPartial: false };
  }
  return { target, by: `${id} sends ${destination} to ${target}`, isPartial: others.length > 0 };
}

function isFor(protocol: string, traffic: Traffic): boolean {
  return protocol === 'all' || protocol === traffic.protocol;
}

function portsOf(
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
  { ports }: Traffic,
): 'covers' | 'overlaps' | 'apart' {
  if (from === undefined || ports === undefined) return 'covers';
  return overlapOf({ first: from, last: to ?? from }, ports);
}
