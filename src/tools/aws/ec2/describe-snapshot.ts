import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { snapshots } from '../../aws-calls/ec2/compute-kinds.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { snapshotId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const describeSnapshot = readTool({
  name: 'ec2_describe_snapshot',
  description: 'Tells everything of one snapshot: state, progress, size, encryption and its volume.',
  permissions: { iam: ['ec2:DescribeSnapshots'] },
  parameters: z.object({ region, snapshotId }),
  example: { snapshotId: 'snap-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const query = { tool: 'ec2_describe_snapshot', ids: [input.snapshotId], signal };
    const found = await findExisting(snapshots, aws, query);
    if (found.kind !== 'found') return found;
    return { kind: 'ok', value: { region: aws.region, ...found.entries.map(snapshots.shown)[0] } };
  },
});
