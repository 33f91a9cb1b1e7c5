import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { networkAcls } from '../../aws-calls/ec2/network-kinds.ts';
import { subnetId, tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listNetworkAcls = readTool({
  name: 'vpc_list_network_acls',
  description:
    'Lists network ACLs with the subnets they guard and their entries in the order in which they decide.',
  permissions: { iam: ['ec2:DescribeNetworkAcls'] },
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
    return await listResources(networkAcls, aws, { filters, limit: input.limit, signal });
  },
});
