import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { subnets } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listSubnets = readTool({
  name: 'vpc_list_subnets',
  description: 'Lists subnets with zone, address block and free addresses.',
  permissions: { iam: ['ec2:DescribeSubnets'] },
  parameters: z.object({
    region,
    vpcId: vpcId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { vpcId: 'vpc-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'vpc-id': input.vpcId }, input.tag);
    return await listResources(subnets, aws, { filters, limit: input.limit, signal });
  },
});
