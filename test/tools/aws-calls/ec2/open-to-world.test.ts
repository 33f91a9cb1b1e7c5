import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openToWorldAcl } from '../../../../src/tools/aws-calls/ec2/acl-parameters.ts';
import { openToWorld } from '../../../../src/tools/aws-calls/ec2/open-to-world.ts';

describe('opening to the world', () => {
  it.each([
    ['tcp', 22, 22, '0.0.0.0/0', true],
    ['tcp', 3389, 3389, '::/0', true],
    ['udp', 3389, 3389, '0.0.0.0/0', true],
    ['tcp', 20, 25, '0.0.0.0/0', true],
    ['all', undefined, undefined, '0.0.0.0/0', true],
    ['tcp', 0, 65_535, '::/0', true],
    // Two halves make a whole.
    ['tcp', 22, 22, '128.0.0.0/1', true],
    ['tcp', 22, 22, '2000::/3', true],
    ['tcp', 443, 443, '0.0.0.0/0', false],
    ['icmp', undefined, undefined, '0.0.0.0/0', false],
    ['tcp', 22, 22, '10.0.0.0/8', false],
    ['all', undefined, undefined, 'sg-01234567', false],
    ['all', undefined, undefined, '2001:db8::/32', false],
  ] as const)('%s %s to %s from %s', (protocol, from, to, peer, isRefused) => {
    expect(openToWorld({ protocol, from, to, peer }) !== undefined).toBe(isRefused);
  });

  it('is refused for every range with SSH or RDP in it', () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(port, port, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const isAdmin = [22, 3389].some(admin => from <= admin && admin <= to);
        const why = openToWorld({ protocol: 'tcp', from, to, peer: '0.0.0.0/0' });
        expect(why !== undefined).toBe(isAdmin);
      }),
    );
  });

  it('leaves a network ACL the ports of answers', () => {
    const open = (from: number, to: number) =>
      openToWorldAcl({ protocol: 'tcp', from, to, peer: '0.0.0.0/0' }) === undefined;
    expect([open(1024, 65_535), open(22, 22), open(3389, 3389), open(0, 65_535)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
