import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { tagFilter, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listInstances = readTool({
  name: 'ec2_list_instances',
  description:
    'Lists EC2 instances with state, type, addresses and tags. Terminated ones stay listed for about an hour.',
  permissions: { iam: ['ec2:DescribeInstances'] },
  parameters: z.object({
    region,
    state: z
      .enum(['pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped'])
      .nullish()
      .describe('Only instances in this state.'),
    vpcId: vpcId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1', state: 'running' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'instance-state-name': input.state, 'vpc-id': input.vpcId }, input.tag);
    return await listResources(instances, aws, { filters, limit: input.limit, signal });
  },
});
