import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { instanceId, networkInterfaceId, port } from '../../aws-calls/ec2/parameters.ts';
import { explainPath as explain } from '../../aws-calls/ec2/paths/explain-path.ts';
import { readPath } from '../../aws-calls/ec2/paths/read-path.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'vpc_explain_path';

const end = z
  .union([z.literal('internet'), instanceId, networkInterfaceId, z.cidrv4()])
  .describe('`internet`, an instance, a network interface, or a block of IPv4 addresses.');

export const explainPath = readTool({
  name,
  description:
    'Explains whether one end reaches another at a port, hop by hop there and back: routes, gateways, network ACLs, security groups, public addresses, with the rule that decides at each. IPv4; what runs there is not asked.',
  permissions: {
    iam: [
      'ec2:DescribeInstances',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeRouteTables',
      'ec2:DescribeNatGateways',
      'ec2:DescribeVpcPeeringConnections',
    ],
  },
  parameters: z.object({
    region,
    from: end,
    to: end,
    protocol: z.enum(['tcp', 'udp', 'icmp']).nullish().describe('Default: tcp.'),
    port: port.nullish().describe('The port that is connected to; required for tcp and udp.'),
  }),
  example: { from: 'internet', to: 'i-0123456789abcdef0', port: 443 },
  async handle(input, { signal }, aws) {
    const protocol = input.protocol ?? 'tcp';
    if ((protocol === 'icmp') !== (input.port === null || input.port === undefined)) {
      const message = `${name}: ${protocol === 'icmp' ? 'icmp has no ports' : `${protocol} needs a port`}.`;
      return { kind: 'refused', code: 'invalid-input', message };
    }
    const read = await readPath(input, { tool: name, aws, signal });
    if (read.kind !== 'facts') return read;
    const { verdict, decidedBy, hops } = explain(read.facts, { protocol, port: input.port ?? undefined });
    const { from, to } = input;
    return { kind: 'ok', value: { region: aws.region, from, to, verdict, decidedBy, hops } };
  },
});
