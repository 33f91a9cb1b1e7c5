import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { peerings } from '../../aws-calls/ec2/network-kinds.ts';
import { peeringId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const describePeering = readTool({
  name: 'vpc_describe_peering',
  description: 'Tells one peering connection: status, both sides and their address blocks.',
  permissions: { iam: ['ec2:DescribeVpcPeeringConnections'] },
  parameters: z.object({ region, peeringId }),
  example: { peeringId: 'pcx-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const query = { tool: 'vpc_describe_peering', ids: [input.peeringId], signal };
    const found = await findExisting(peerings, aws, query);
    if (found.kind !== 'found') return found;
    return { kind: 'ok', value: { region: aws.region, ...found.entries.map(peerings.shown)[0] } };
  },
});
