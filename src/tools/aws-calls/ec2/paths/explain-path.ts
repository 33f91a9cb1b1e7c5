import type { ShownAclEntry } from '../shown-acl-entries.ts';
import type { ShownRoute } from '../shown-routes.ts';
import type { ShownRule } from '../shown-rules.ts';
import { type Block, isPrivate, readBlock } from './blocks.ts';
import { aclRule, type Peer, type Ruling, routeFor, securityGroupsRule, type Traffic } from './rules.ts';

/** A subnet's network ACL and route table. */
export type SubnetFacts = {
  readonly id: string;
  readonly acl: {
    readonly id: string;
    readonly ingress: readonly ShownAclEntry[];
    readonly egress: readonly ShownAclEntry[];
  };
  readonly table: { readonly id: string; readonly routes: readonly ShownRoute[] };
};

/** A network interface, with what decides about its traffic. */
export type InterfaceFacts = {
  readonly kind: 'interface';
  readonly id: string;
  /** The instance's state; undefined where none is attached. */
  readonly state: string | undefined;
  readonly vpc: string;
  readonly privateIp: string;
  readonly publicIp: string | undefined;
  readonly groups: readonly {
    readonly id: string;
    readonly ingress: readonly ShownRule[];
    readonly egress: readonly ShownRule[];
  }[];
  readonly subnet: SubnetFacts;
};

/** Addresses of which nothing else is known; `0.0.0.0/0` is the internet. */
export type BlockFacts = { readonly kind: 'block'; readonly cidr: string };

export type PathEnd = InterfaceFacts | BlockFacts;

/** Everything that is known when a path is looked at. */
export type PathFacts = {
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** NAT gateways that are routed to. */
  readonly natGateways: Readonly<
    Record<string, { readonly state: string; readonly isPublic: boolean; readonly subnet: SubnetFacts }>
  >;
  /** Peering connections that are routed to: their status and VPCs. */
  readonly peerings: Readonly<Record<string, { readonly status: string; readonly vpcs: readonly string[] }>>;
};

export type PathQuestion = {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  /** The port that is connected to; undefined for ICMP. */
  readonly port: number | undefined;
};

/** A place on the way, and the rule that decides there. */
export type Hop = {
  readonly at: string;
  readonly verdict: 'passes' | 'blocked' | 'unknown';
  readonly by: string;
};

export type PathVerdict = {
  readonly verdict: 'reachable' | 'blocked' | 'unknown';
  /** The first hop that blocks, or the first that is not known; undefined when reachable. */
  readonly decidedBy: Hop | undefined;
  readonly hops: readonly Hop[];
};

/** Ports that clients choose for themselves: Linux from 32768, Windows from 49152 on. Answers go to them. */
const clientPorts: Block = { first: 32_768, last: 65_535 };

/** Every hop of one path, there and back, from facts alone. Pure. IPv4. */
export function explainPath(facts: PathFacts, question: PathQuestion): PathVerdict {
  const { from, to } = facts;
  const { protocol, port } = question;
  const there: Traffic = { protocol, ports: port === undefined ? undefined : { first: port, last: port } };
  const back: Traffic = { protocol, ports: port === undefined ? undefined : clientPorts };
  const hops = [...stateOf(from), ...stateOf(to)];
  const isWithinSubnet =
    from.kind === 'interface' && to.kind === 'interface' && from.subnet.id === to.subnet.id;
  const [sender, receiver] = [peerOf(from, to), peerOf(to, from)];
  if (from.kind === 'interface') {
    const groups = from.groups.map(({ id, egress }) => ({ id, rules: egress }));
    hops.push(hopOf('security groups of the sender', securityGroupsRule(groups, 'egress', there, receiver)));
    if (!isWithinSubnet) hops.push(...aclHops(from.subnet, { out: there, in: back }, receiver, 'the sender'));
  }
  hops.push(...(from.kind === 'interface' ? wayOut(facts, from, to, there, back) : []));
  if (to.kind === 'interface') {
    hops.push(...wayIn(facts, from, to));
    if (!isWithinSubnet) hops.push(...aclHops(to.subnet, { out: back, in: there }, sender, 'the receiver'));
    const groups = to.groups.map(({ id, ingress }) => ({ id, rules: ingress }));
    hops.push(hopOf('security groups of the receiver', securityGroupsRule(groups, 'ingress', there, sender)));
  } else if (!isInternet(to) && from.kind === 'interface') {
    const isOwn = routeFor(from.subnet.table, receiver).target === 'local';
    if (isOwn)
      hops.push(unknown('the receiver', `what has the addresses ${to.cidr} is not looked at; name it`));
  }
  if (from.kind === 'block' && to.kind === 'block')
    hops.push(unknown('the path', 'neither end is in the account'));
  const decidedBy =
    hops.find(({ verdict }) => verdict === 'blocked') ?? hops.find(({ verdict }) => verdict === 'unknown');
  const verdict =
    decidedBy === undefined ? 'reachable' : decidedBy.verdict === 'blocked' ? 'blocked' : 'unknown';
  return { verdict, decidedBy, hops };
}

/** The sender's route, and what it leads through. */
function wayOut(
  facts: PathFacts,
  from: InterfaceFacts,
  to: PathEnd,
  there: Traffic,
  back: Traffic,
): readonly Hop[] {
  const at = 'route of the sender';
  const peer = peerOf(to, from);
  const { target, by, isPartial } = routeFor(from.subnet.table, peer);
  if (isPartial) return [unknown(at, `${by}, and other routes are for a part of it`)];
  if (target === undefined) return [blocked(at, by)];
  const passed = passes(at, by);
  if (target === 'local') {
    const isOwn = to.kind === 'block' || to.vpc === from.vpc;
    return isOwn ? [passed] : [blocked(at, `${by}, but the receiver is in another VPC`)];
  }
  if (target.startsWith('pcx-')) return [passed, peeringHop(facts, target, from, to)];
  const isOutside = to.kind === 'block' && !isPrivate(peer.block);
  if (target.startsWith('igw-')) {
    if (!isOutside)
      return [passed, blocked('the internet gateway', 'the internet carries no private addresses')];
    return from.publicIp === undefined
      ? [passed, blocked('the internet gateway', `${from.id} has no public address`)]
      : [passed, passes('the internet gateway', `${from.id} is ${from.publicIp} there`)];
  }
  if (target.startsWith('nat-')) return [passed, ...natHops(facts, target, peer, there, back)];
  return [passed, unknown(at, `what is behind ${target} is not looked at`)];
}

function natHops(facts: PathFacts, id: string, peer: Peer, there: Traffic, back: Traffic): readonly Hop[] {
  const at = 'the NAT gateway';
  const gateway = facts.natGateways[id];
  if (gateway === undefined) return [unknown(at, `${id} could not be read`)];
  if (gateway.state !== 'available') return [blocked(at, `${id} is ${gateway.state}`)];
  if (!gateway.isPublic) return [unknown(at, `${id} is private; what is behind it is not looked at`)];
  const { target, by } = routeFor(gateway.subnet.table, peer);
  const onward = target?.startsWith('igw-') === true ? passes(at, by) : blocked(at, by);
  return [onward, ...aclHops(gateway.subnet, { out: there, in: back }, peer, 'the NAT gateway')];
}

/** How what is sent comes to the receiver, and its answers find back. */
function wayIn(facts: PathFacts, from: PathEnd, to: InterfaceFacts): readonly Hop[] {
  const at = 'route of the receiver, for answers';
  const { target, by, isPartial } = routeFor(to.subnet.table, peerOf(from, to));
  if (isPartial) return [unknown(at, `${by}, and other routes are for a part of it`)];
  if (target === undefined) return [blocked(at, by)];
  const passed = passes(at, by);
  if (from.kind === 'interface') {
    if (target === 'local' && from.vpc === to.vpc) return [passed];
    if (target.startsWith('pcx-')) return [passed, peeringHop(facts, target, to, from)];
    return [unknown(at, `${by}, which is not how the sender came`)];
  }
  if (target.startsWith('igw-')) {
    return to.publicIp === undefined
      ? [passed, blocked('the internet gateway', `${to.id} has no public address`)]
      : [passed, passes('the internet gateway', `${to.publicIp} is ${to.id}`)];
  }
  if (target.startsWith('nat-')) return [passed, blocked('the NAT gateway', `${target} lets nothing in`)];
  return [passed, unknown(at, `what is behind ${target} is not looked at`)];
}

function peeringHop(facts: PathFacts, id: string, near: InterfaceFacts, far: PathEnd): Hop {
  const at = 'the peering connection';
  const peering = facts.peerings[id];
  if (peering === undefined) return unknown(at, `${id} could not be read`);
  if (peering.status !== 'active') return blocked(at, `${id} is ${peering.status}`);
  if (far.kind === 'block') return unknown(at, `what is behind ${id} is not looked at`);
  return peering.vpcs.includes(near.vpc) && peering.vpcs.includes(far.vpc)
    ? passes(at, `${id} connects ${near.vpc} and ${far.vpc}`)
    : blocked(at, `${id} does not lead to ${far.vpc}`);
}

/** A network ACL does not know connections: both directions must pass. */
function aclHops(
  { acl }: SubnetFacts,
  traffic: { readonly out: Traffic; readonly in: Traffic },
  peer: Peer,
  whose: string,
): readonly Hop[] {
  return [
    hopOf(`network ACL of ${whose}, out`, aclRule({ id: acl.id, entries: acl.egress }, traffic.out, peer)),
    hopOf(`network ACL of ${whose}, in`, aclRule({ id: acl.id, entries: acl.ingress }, traffic.in, peer)),
  ];
}

function stateOf(end: PathEnd): readonly Hop[] {
  if (end.kind === 'block' || end.state === undefined || end.state === 'running') return [];
  return [blocked('the instance', `the instance of ${end.id} is ${end.state}`)];
}

/** An end as the other end sees it; inside the networks everybody is known by the private address. */
function peerOf(end: PathEnd, other: PathEnd): Peer {
  const isAddress = end.kind === 'interface';
  const written = isAddress ? end.privateIp : end.cidr;
  const block = readBlock(written) ?? { first: 0, last: 0xff_ff_ff_ff };
  // Groups of another VPC are known over peering only where a rule names them, which AWS allows in one region.
  const groups = isAddress && other.kind === 'interface' ? end.groups.map(({ id }) => id) : [];
  return { block, groups, isInternet: isInternet(end) };
}

function isInternet(end: PathEnd): boolean {
  return end.kind === 'block' && end.cidr === '0.0.0.0/0';
}

function hopOf(at: string, { says, by }: Ruling): Hop {
  if (says === 'yes') return passes(at, by);
  return says === 'no' ? blocked(at, by) : unknown(at, `only for a part of it: ${by}`);
}

function passes(at: string, by: string): Hop {
  return { at, verdict: 'passes', by };
}

function blocked(at: string, by: string): Hop {
  return { at, verdict: 'blocked', by };
}

function unknown(at: string, by: string): Hop {
  return { at, verdict: 'unknown', by };
}
