import { z } from 'zod';
import { snapshots, volumes } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { tags, volumeId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_create_snapshot';

export const createSnapshot = creatingResource({
  name,
  description: 'Creates a snapshot of a volume. It is ready some time later; it costs money by what changed.',
  undo: {
    kind: 'manual',
    how: 'Delete the snapshot in the console: there is no tool that deletes backups.',
  },
  parameters: z.object({ region, volumeId, description: z.string().max(255).nullish(), tags }),
  example: { volumeId: 'vol-0123456789abcdef0', description: 'Before the migration' },
  kind: snapshots,
  action: 'ec2:CreateSnapshot',
  otherActions: ['ec2:DescribeVolumes'],
  async look(input, aws, signal) {
    const found = await findExisting(volumes, aws, { tool: name, ids: [input.volumeId], signal });
    if (found.kind !== 'found') return found;
    return { kind: 'facts', facts: { state: found.entries[0]?.State, sizeGib: found.entries[0]?.Size } };
  },
  summary: (input, place, { sizeGib }) =>
    `Creates a snapshot of ${input.volumeId} (${sizeGib ?? '?'} GiB) in ${place}.`,
  otherArns: (input, arn) => [arn('volume', input.volumeId)],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateSnapshotCommand({
      VolumeId: input.volumeId,
      Description: input.description ?? undefined,
      TagSpecifications,
      DryRun,
    });
    const { SnapshotId } = await client.send(command, { abortSignal: signal });
    return SnapshotId === undefined ? [] : [SnapshotId];
  },
});
