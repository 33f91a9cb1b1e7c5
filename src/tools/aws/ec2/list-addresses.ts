import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { addresses } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { instanceId, tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listAddresses = readTool({
  name: 'ec2_list_addresses',
  description: 'Lists elastic (fixed public) addresses and what each is associated with.',
  permissions: { iam: ['ec2:DescribeAddresses'] },
  parameters: z.object({
    region,
    instanceId: instanceId.nullish(),
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ 'instance-id': input.instanceId }, input.tag);
    return await listResources(addresses, aws, { filters, limit: input.limit, signal });
  },
});
