import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { snapshots } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { tagFilter, volumeId } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listSnapshots = readTool({
  name: 'ec2_list_snapshots',
  description: 'Lists the account’s own snapshots of volumes with state, size and age.',
  permissions: { iam: ['ec2:DescribeSnapshots'] },
  parameters: z.object({
    region,
    volumeId: volumeId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'volume-id': input.volumeId }, input.tag);
    return await listResources(snapshots, aws, { filters, limit: input.limit, signal });
  },
});
