import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { routeTables } from '../../aws-calls/ec2/network-kinds.ts';
import { subnetId, tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listRouteTables = readTool({
  name: 'vpc_list_route_tables',
  description: 'Lists route tables with their routes and the subnets that use them.',
  permissions: { iam: ['ec2:DescribeRouteTables'] },
  parameters: z.object({
    region,
    vpcId: vpcId.nullish(),
    subnetId: subnetId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { vpcId: 'vpc-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'vpc-id': input.vpcId, 'association.subnet-id': input.subnetId }, input.tag);
    return await listResources(routeTables, aws, { filters, limit: input.limit, signal });
  },
});
