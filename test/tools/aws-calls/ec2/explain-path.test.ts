import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOf, readBlock } from '../../../../src/tools/aws-calls/ec2/paths/blocks.ts';
import {
  explainPath,
  type InterfaceFacts,
  type PathEnd,
  type PathFacts,
} from '../../../../src/tools/aws-calls/ec2/paths/explain-path.ts';
import type { ShownAclEntry } from '../../../../src/tools/aws-calls/ec2/shown-acl-entries.ts';

const internet: PathEnd = { kind: 'block', cidr: '0.0.0.0/0' };
const https = { protocol: 'tcp', port: 443 } as const;
const last: ShownAclEntry = entry(32_767, 'deny');
const everything = [entry(100, 'allow'), last];

function entry(number: number, action: 'allow' | 'deny', more: Partial<ShownAclEntry> = {}): ShownAclEntry {
  return { number, action, protocol: 'all', cidr: '0.0.0.0/0', from: undefined, to: undefined, ...more };
}

function rule(peer: string, port?: number, protocol = port === undefined ? 'all' : 'tcp') {
  return { protocol, from: port, to: port, peer, description: undefined };
}

function route(destination: string, target: string, state: 'active' | 'blackhole' = 'active') {
  return { destination, target, state, origin: undefined };
}

const local = route('10.0.0.0/16', 'local');

/** A web server in a public subnet; parts are replaced. */
function server(
  more: Partial<InterfaceFacts> = {},
  subnet: Partial<InterfaceFacts['subnet']> = {},
): InterfaceFacts {
  return {
    kind: 'interface',
    id: 'eni-server',
    state: 'running',
    vpc: 'vpc-1',
    privateIp: '10.0.1.10',
    publicIp: '203.0.113.10',
    groups: [{ id: 'sg-web', ingress: [rule('0.0.0.0/0', 443)], egress: [rule('0.0.0.0/0')] }],
    subnet: {
      id: 'subnet-public',
      acl: { id: 'acl-1', ingress: everything, egress: everything },
      table: { id: 'rtb-public', routes: [local, route('0.0.0.0/0', 'igw-1')] },
      ...subnet,
    },
    ...more,
  };
}

/** A database in a private subnet behind a NAT gateway. */
const database = server(
  {
    id: 'eni-database',
    privateIp: '10.0.2.20',
    publicIp: undefined,
    groups: [{ id: 'sg-data', ingress: [rule('sg-web', 5432)], egress: [rule('0.0.0.0/0')] }],
  },
  { id: 'subnet-private', table: { id: 'rtb-private', routes: [local, route('0.0.0.0/0', 'nat-1')] } },
);

function facts(from: PathEnd, to: PathEnd, more: Partial<PathFacts> = {}): PathFacts {
  const nat = { state: 'available', isPublic: true, subnet: server().subnet };
  return { from, to, natGateways: { 'nat-1': nat }, peerings: {}, ...more };
}

const ssh = { protocol: 'tcp', port: 22 } as const;
const sql = { protocol: 'tcp', port: 5432 } as const;
const acl = (ingress: readonly ShownAclEntry[], egress = everything) => ({ id: 'acl-2', ingress, egress });
const table = (...routes: readonly ReturnType<typeof route>[]) => ({
  id: 'rtb-2',
  routes: [local, ...routes],
});
const elsewhere = server(
  {
    id: 'eni-peer',
    vpc: 'vpc-2',
    privateIp: '10.9.0.9',
    groups: [{ id: 'sg-x', ingress: [rule('10.0.0.0/8', 443)], egress: [] }],
  },
  {
    id: 'subnet-2',
    table: { id: 'rtb-9', routes: [route('10.9.0.0/16', 'local'), route('10.0.0.0/16', 'pcx-1')] },
  },
);
const peeredServer = server({}, { table: table(route('10.9.0.0/16', 'pcx-1')) });
const peering = (status: string, vpcs = ['vpc-1', 'vpc-2']) => ({ peerings: { 'pcx-1': { status, vpcs } } });

describe('a path', () => {
  it.each([
    ['internet to a public server', facts(internet, server()), https, 'reachable', undefined],
    [
      'internet to a port that no rule opens',
      facts(internet, server()),
      ssh,
      'blocked',
      'no ingress rule of sg-web',
    ],
    [
      'internet to a server without a public address',
      facts(internet, server({ publicIp: undefined })),
      https,
      'blocked',
      'eni-server has no public address',
    ],
    [
      'internet to a stopped server',
      facts(internet, server({ state: 'stopped' })),
      https,
      'blocked',
      'is stopped',
    ],
    [
      'internet to what is behind a NAT gateway',
      facts(internet, database),
      sql,
      'blocked',
      'nat-1 lets nothing in',
    ],
    [
      'internet without a route back',
      facts(internet, server({}, { table: table() })),
      https,
      'blocked',
      'rtb-2 has no route for it',
    ],
    [
      'internet with a blackhole',
      facts(internet, server({}, { table: table(route('0.0.0.0/0', 'igw-1', 'blackhole')) })),
      https,
      'blocked',
      'blackhole',
    ],
    [
      'internet to a group that is open to one office only',
      facts(
        internet,
        server({ groups: [{ id: 'sg-o', ingress: [rule('198.51.100.0/24', 443)], egress: [] }] }),
      ),
      https,
      'unknown',
      'only for a part of it: sg-o',
    ],
    [
      'internet to a group that is open to private addresses only',
      facts(internet, server({ groups: [{ id: 'sg-p', ingress: [rule('10.0.0.0/8', 443)], egress: [] }] })),
      https,
      'blocked',
      'no ingress rule of sg-p',
    ],
    [
      'a network ACL that denies first',
      facts(
        internet,
        server({}, { acl: acl([entry(50, 'deny', { protocol: 'tcp', from: 443, to: 443 }), ...everything]) }),
      ),
      https,
      'blocked',
      'entry 50 of acl-2 denies tcp',
    ],
    [
      'a network ACL that lets no answers out',
      facts(
        internet,
        server(
          {},
          { acl: acl(everything, [entry(100, 'allow', { protocol: 'tcp', from: 443, to: 443 }), last]) },
        ),
      ),
      https,
      'blocked',
      'entry 32767 of acl-2 denies everything',
    ],
    ['a server to its database, by group', facts(server(), database), sql, 'reachable', undefined],
    ['a server to another port of its database', facts(server(), database), ssh, 'blocked', 'sg-data'],
    ['a database to its server', facts(database, server()), https, 'reachable', undefined],
    ['a database to the internet through NAT', facts(database, internet), https, 'reachable', undefined],
    [
      'a NAT gateway that failed',
      facts(database, internet, {
        natGateways: { 'nat-1': { state: 'failed', isPublic: true, subnet: server().subnet } },
      }),
      https,
      'blocked',
      'nat-1 is failed',
    ],
    [
      'a NAT gateway in a subnet without the internet',
      facts(database, internet, {
        natGateways: { 'nat-1': { state: 'available', isPublic: true, subnet: database.subnet } },
      }),
      https,
      'blocked',
      'rtb-private sends 0.0.0.0/0 to nat-1',
    ],
    [
      'out, where no egress rule is left',
      facts(server({ groups: [{ id: 'sg-shut', ingress: [], egress: [] }] }), internet),
      https,
      'blocked',
      'no egress rule of sg-shut',
    ],
    [
      'a transit gateway',
      facts(server({}, { table: table(route('0.0.0.0/0', 'tgw-1')) }), internet),
      https,
      'unknown',
      'tgw-1',
    ],
    ['a peered VPC', facts(peeredServer, elsewhere, peering('active')), https, 'reachable', undefined],
    [
      'a peering that waits',
      facts(peeredServer, elsewhere, peering('pending-acceptance')),
      https,
      'blocked',
      'pending',
    ],
    [
      'a peering that is gone',
      facts(peeredServer, elsewhere, peering('active', ['vpc-1'])),
      https,
      'blocked',
      'does not lead',
    ],
    [
      'another VPC without peering',
      facts(server({}, { table: table() }), elsewhere),
      https,
      'blocked',
      'no route',
    ],
    [
      'addresses of the same VPC',
      facts(server(), { kind: 'block', cidr: '10.0.2.0/24' }),
      https,
      'unknown',
      'what has the addresses 10.0.2.0/24',
    ],
    ['neither end in the account', facts(internet, internet), https, 'unknown', 'neither end'],
  ] as const)('%s', (_name, known, question, verdict, by) => {
    const explained = explainPath(known, question);
    expect(explained.verdict).toBe(verdict);
    expect(explained.decidedBy?.by ?? '').toContain(by ?? '');
  });

  it('does not ask the network ACL within a subnet', () => {
    const neighbour = server({ id: 'eni-2', privateIp: '10.0.1.11' }, { acl: acl([last], [last]) });
    const shut = server({}, { acl: acl([last], [last]) });
    expect(explainPath(facts(neighbour, shut), https).verdict).toBe('reachable');
  });
});

const port = fc.integer({ min: 0, max: 65_535 });
const cidr = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 8, max: 32 }))
  .map(([a, b, length]) => `${a}.${b}.0.0/${length}`);
const someRule = fc.record({
  protocol: fc.constantFrom('tcp', 'udp', 'all'),
  from: fc.option(port, { nil: undefined }),
  to: fc.constant(65_535),
  peer: fc.oneof(cidr, fc.constant('0.0.0.0/0')),
  description: fc.constant(undefined),
});
const someEntry = fc.record({
  number: fc.integer({ min: 1, max: 30_000 }),
  action: fc.constantFrom('allow' as const, 'deny' as const),
  protocol: fc.constantFrom('tcp', 'udp', 'all'),
  cidr: fc.oneof(cidr, fc.constant('0.0.0.0/0')),
  from: fc.constant(undefined),
  to: fc.constant(undefined),
});
const someServer = fc
  .record({
    ingress: fc.array(someRule, { maxLength: 4 }),
    aclIn: fc.array(someEntry, { maxLength: 4 }),
    aclOut: fc.array(someEntry, { maxLength: 4 }),
    publicIp: fc.option(fc.constant('203.0.113.10'), { nil: undefined }),
  })
  .map(({ ingress, aclIn, aclOut, publicIp }) => {
    const ordered = (entries: readonly ShownAclEntry[]) =>
      [...entries, ...everything].toSorted((a, b) => a.number - b.number);
    return server(
      { publicIp, groups: [{ id: 'sg-any', ingress, egress: [] }] },
      { acl: { id: 'acl-any', ingress: ordered(aclIn), egress: ordered(aclOut) } },
    );
  });

describe('any path', () => {
  it('is reachable when every hop passes, and names the hop that decides otherwise', () => {
    fc.assert(
      fc.property(someServer, port, (to, number) => {
        const { verdict, decidedBy, hops } = explainPath(facts(internet, to), {
          protocol: 'tcp',
          port: number,
        });
        const verdicts = hops.map(hop => hop.verdict);
        expect(verdict === 'reachable').toBe(verdicts.every(one => one === 'passes'));
        expect(verdict === 'blocked').toBe(verdicts.includes('blocked'));
        expect(decidedBy === undefined).toBe(verdict === 'reachable');
      }),
    );
  });

  it('is never opened by a deny entry, by taking rules away or by taking the public address away', () => {
    fc.assert(
      fc.property(someServer, port, (to, number) => {
        const ask = (end: InterfaceFacts) =>
          explainPath(facts(internet, end), { protocol: 'tcp', port: number }).verdict;
        const denied = { ...to.subnet.acl, ingress: [entry(0, 'deny'), ...to.subnet.acl.ingress] };
        expect(ask({ ...to, subnet: { ...to.subnet, acl: denied } })).toBe('blocked');
        expect(ask({ ...to, groups: [] })).toBe('blocked');
        expect(ask({ ...to, publicIp: undefined })).toBe('blocked');
      }),
    );
  });

  it('is never closed by a further security group rule', () => {
    fc.assert(
      fc.property(someServer, someRule, port, (to, added, number) => {
        const ask = (end: InterfaceFacts) =>
          explainPath(facts(internet, end), { protocol: 'tcp', port: number }).verdict;
        const groups = [...to.groups, { id: 'sg-more', ingress: [added], egress: [] }];
        fc.pre(ask(to) === 'reachable');
        expect(ask({ ...to, groups })).toBe('reachable');
      }),
    );
  });
});

describe('blocks of addresses', () => {
  it('lie to one another as their addresses do', () => {
    fc.assert(
      fc.property(cidr, cidr, (a, b) => {
        const [one, two] = [readBlock(a), readBlock(b)];
        if (one === undefined || two === undefined) throw new Error('not read');
        const ends = [two.first, two.last].filter(address => one.first <= address && address <= one.last);
        const expected =
          ends.length === 2
            ? 'covers'
            : ends.length === 1 || overlapOf(two, one) === 'covers'
              ? 'overlaps'
              : 'apart';
        expect(overlapOf(one, two)).toBe(expected);
      }),
    );
  });

  it.each(['10.0.0.0/33', '10.0.0.256/8', '::/0', 'sg-1', ''])('does not take %s for one', text => {
    expect(readBlock(text)).toBeUndefined();
  });
});
