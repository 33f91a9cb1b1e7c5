import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { images } from '../../aws-calls/ec2/compute-kinds.ts';
import { filtersOf, listResources } from '../../aws-calls/ec2/find-resources.ts';
import { tagFilter } from '../../aws-calls/ec2/parameters.ts';
import { limit, region } from '../../aws-calls/parameters.ts';

export const listImages = readTool({
  name: 'ec2_list_images',
  description: 'Lists the account’s own machine images (AMIs) with state, platform and snapshots.',
  permissions: { iam: ['ec2:DescribeImages'] },
  parameters: z.object({
    region,
    imageName: z
      .string()
      .min(1)
      .max(128)
      .nullish()
      .describe('Only images of this name; `*` stands for anything.'),
    tag: tagFilter,
    limit,
  }),
  example: { imageName: 'web-*' },
  async handle(input, { signal }, aws) {
    const filters = filtersOf({ name: input.imageName }, input.tag);
    return await listResources(images, aws, { filters, limit: input.limit, signal });
  },
});
