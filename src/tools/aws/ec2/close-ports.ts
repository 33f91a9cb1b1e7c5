import { z } from 'zod';
import { port, securityGroupId } from '../../aws-calls/ec2/parameters.ts';
import { revokingRules } from '../../aws-calls/ec2/revoking-rules.ts';
import type { ShownRule } from '../../aws-calls/ec2/shown-rules.ts';
import { region } from '../../aws-calls/parameters.ts';

const parameters = z.object({
  region,
  securityGroupId,
  ports: z.array(port).min(1).max(10).describe('Ports that nobody on the internet may reach.'),
  from: z
    .enum(['ipv4', 'ipv6', 'both'])
    .default('both')
    .describe('Whose rules go: those from 0.0.0.0/0, from ::/0, or both.'),
});

export const closePorts = revokingRules({
  name: 'ec2_close_ports',
  description:
    'Takes the rules from a security group that let the whole internet in to certain ports. A rule goes as a whole, with the other ports that it opens; who comes in through it is cut off.',
  parameters,
  example: { securityGroupId: 'sg-0123456789abcdef0', ports: [22, 3389] },
  groupOf: input => input.securityGroupId,
  choose(input, { ingress }) {
    const gone = ingress.filter(rule => isFromAnywhere(rule, input.from) && opensAny(rule, input.ports));
    if (gone.length === 0)
      return `no rule of ${input.securityGroupId} lets the internet in to ${input.ports.join(', ')}.`;
    return { ingress: gone, egress: [] };
  },
});

function isFromAnywhere({ peer }: ShownRule, from: 'ipv4' | 'ipv6' | 'both'): boolean {
  if (!peer.endsWith('/0')) return false;
  return from === 'both' || peer.includes(':') === (from === 'ipv6');
}

/** Protocols by name, and by their number (IANA). */
function opensAny({ protocol, from, to }: ShownRule, ports: readonly number[]): boolean {
  if (protocol === 'all') return true;
  if (!['tcp', 'udp', '6', '17'].includes(protocol)) return false;
  return ports.some(wanted => (from ?? 0) <= wanted && wanted <= (to ?? 65_535));
}
