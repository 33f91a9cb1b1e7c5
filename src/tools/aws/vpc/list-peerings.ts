import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { peerings } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listPeerings = readTool({
  name: 'vpc_list_peerings',
  description: 'Lists peering connections of VPCs with status, both sides and their address blocks.',
  permissions: { iam: ['ec2:DescribeVpcPeeringConnections'] },
  parameters: z.object({
    region,
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({}, input.tag);
    return await listResources(peerings, aws, { filters, limit: input.limit, signal });
  },
});
