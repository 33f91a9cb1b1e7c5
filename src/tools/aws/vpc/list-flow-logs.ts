import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { flowLogs } from '../../aws-calls/ec2/network-kinds.ts';
import { tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listFlowLogs = readTool({
  name: 'vpc_list_flow_logs',
  description: 'Lists flow logs with what they record, where to, and whether delivery works.',
  permissions: { iam: ['ec2:DescribeFlowLogs'] },
  parameters: z.object({
    region,
    resourceId: z
      .string()
      .min(4)
      .max(64)
      .nullish()
      .describe('Only logs of this VPC, subnet or network interface.'),
    tag: tagFilter,
    limit,
  }),
  example: { resourceId: 'vpc-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'resource-id': input.resourceId }, input.tag);
    return await listResources(flowLogs, aws, { filters, limit: input.limit, signal });
  },
});
