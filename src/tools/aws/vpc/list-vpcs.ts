import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listVpcs = readTool({
  name: 'vpc_list_vpcs',
  description: 'Lists VPCs with their address blocks.',
  permissions: { iam: ['ec2:DescribeVpcs'] },
  parameters: z.object({
    region,
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({}, input.tag);
    return await listResources(vpcs, aws, { filters, limit: input.limit, signal });
  },
});
