import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { volumes } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { instanceId, tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listVolumes = readTool({
  name: 'ec2_list_volumes',
  description: 'Lists volumes with size, type, encryption and what they are attached to.',
  permissions: { iam: ['ec2:DescribeVolumes'] },
  parameters: z.object({
    region,
    state: z
      .enum(['creating', 'available', 'in-use', 'deleting', 'error'])
      .nullish()
      .describe('Only volumes in this state; `available` ones are attached to nothing.'),
    instanceId: instanceId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { state: 'available' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ status: input.state, 'attachment.instance-id': input.instanceId }, input.tag);
    return await listResources(volumes, aws, { filters, limit: input.limit, signal });
  },
});
