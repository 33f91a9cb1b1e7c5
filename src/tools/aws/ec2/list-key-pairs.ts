import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { keyPairs } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listKeyPairs = readTool({
  name: 'ec2_list_key_pairs',
  description: 'Lists key pairs with type and fingerprint. AWS keeps no private keys.',
  permissions: { iam: ['ec2:DescribeKeyPairs'] },
  parameters: z.object({
    region,
    tag: tagFilter,
    limit,
  }),
  example: { region: 'eu-central-1' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({}, input.tag);
    return await listResources(keyPairs, aws, { filters, limit: input.limit, signal });
  },
});
