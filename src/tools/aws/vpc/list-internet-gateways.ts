import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { internetGateways } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listInternetGateways = readTool({
  name: 'vpc_list_internet_gateways',
  description: 'Lists internet gateways and the VPC each is attached to.',
  permissions: { iam: ['ec2:DescribeInternetGateways'] },
  parameters: z.object({
    region,
    vpcId: vpcId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'attachment.vpc-id': input.vpcId }, input.tag);
    return await listResources(internetGateways, aws, { filters, limit: input.limit, signal });
  },
});
