import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { natGateways } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listNatGateways = readTool({
  name: 'vpc_list_nat_gateways',
  description:
    'Lists NAT gateways with state, subnet and public addresses. Deleted ones stay listed for about an hour.',
  permissions: { iam: ['ec2:DescribeNatGateways'] },
  parameters: z.object({
    region,
    vpcId: vpcId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'vpc-id': input.vpcId }, input.tag);
    return await listResources(natGateways, aws, { filters, limit: input.limit, signal });
  },
});
