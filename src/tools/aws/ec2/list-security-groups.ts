import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { securityGroups } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listSecurityGroups = readTool({
  name: 'ec2_list_security_groups',
  description: 'Lists security groups with their rules, one entry a protocol, port range and peer.',
  permissions: { iam: ['ec2:DescribeSecurityGroups'] },
  parameters: z.object({
    region,
    vpcId: vpcId.nullish(),
    groupName: z.string().min(1).max(255).nullish().describe('Only groups of this name.'),
    tag: tagFilter,
    limit,
  }),
  example: { vpcId: 'vpc-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'vpc-id': input.vpcId, 'group-name': input.groupName }, input.tag);
    return await listResources(securityGroups, aws, { filters, limit: input.limit, signal });
  },
});
