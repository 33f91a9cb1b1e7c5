import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { images } from '../../aws-calls/ec2/compute-kinds.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { imageId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const describeImage = readTool({
  name: 'ec2_describe_image',
  description: 'Tells everything of one machine image (AMI), also of another owner.',
  permissions: { iam: ['ec2:DescribeImages'] },
  parameters: z.object({ region, imageId }),
  example: { imageId: 'ami-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const query = { tool: 'ec2_describe_image', ids: [input.imageId], signal };
    const found = await findExisting(images, aws, query);
    if (found.kind !== 'found') return found;
    return { kind: 'ok', value: { region: aws.region, ...found.entries.map(images.shown)[0] } };
  },
});
