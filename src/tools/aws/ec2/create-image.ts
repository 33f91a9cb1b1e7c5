import { z } from 'zod';
import { images, instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { instanceId, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_create_image';

export const createImage = creatingResource({
  name,
  description:
    'Creates a machine image (AMI) of an instance, with snapshots of its disks. The instance is not rebooted unless asked for; a running one may then be caught in the middle of writing.',
  undo: {
    kind: 'manual',
    how: 'Deregister the image and delete its snapshots in the console: there is no tool that deletes backups.',
  },
  parameters: z.object({
    region,
    instanceId,
    imageName: z
      .string()
      .min(3)
      .max(128)
      .regex(/^[\w ()[\]./'@-]+$/, "letters, digits, spaces and ()[]./-'@_"),
    description: z.string().max(255).nullish(),
    reboot: z
      .boolean()
      .nullish()
      .describe('Reboots the instance, so that its disks are at rest. Default: false.'),
    tags,
  }),
  example: { instanceId: 'i-0123456789abcdef0', imageName: 'web-1' },
  kind: images,
  action: 'ec2:CreateImage',
  otherActions: ['ec2:DescribeInstances'],
  async look(input, aws, signal) {
    const found = await findExisting(instances, aws, { tool: name, ids: [input.instanceId], signal });
    if (found.kind !== 'found') return found;
    return { kind: 'facts', facts: { state: found.entries[0]?.State?.Name } };
  },
  summary: (input, place) =>
    `Creates the image ${input.imageName} of ${input.instanceId} in ${place}, ${input.reboot ? 'which is rebooted for it' : 'without a reboot'}.`,
  otherArns: (input, arn) => [arn('instance', input.instanceId), arn('snapshot', '*')],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateImageCommand({
      InstanceId: input.instanceId,
      Name: input.imageName,
      Description: input.description ?? undefined,
      NoReboot: input.reboot !== true,
      TagSpecifications,
      DryRun,
    });
    const { ImageId } = await client.send(command, { abortSignal: signal });
    return ImageId === undefined ? [] : [ImageId];
  },
});
