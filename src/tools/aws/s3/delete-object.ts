import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { versioningOf } from './bucket-settings.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { lookUp, objectFacts, placeActions } from './object-facts.ts';
import { bucket, key, versionId } from './parameters.ts';

export const deleteObject = changingTool({
  name: 's3_delete_object',
  description:
    'Deletes one S3 object. Where the bucket keeps versions the content stays as an old version; with `versionId` that version is gone for good.',
  risk: 'destructive',
  permissions: {
    iam: [...placeActions, 's3:GetObjectVersion', 's3:DeleteObject', 's3:DeleteObjectVersion'],
  },
  undo: {
    kind: 'manual',
    how: 'Delete the delete marker, by its version, where the bucket keeps versions; else there is none.',
  },
  idempotent: true,
  parameters: z.object({ region, bucket, key, versionId }),
  example: { bucket: 'reports-2026', key: 'daily/summary.txt' },
  async plan(input, { signal }, aws) {
    const before = await lookUp(aws, input, signal);
    const isVersion = typeof input.versionId === 'string';
    const named = `${input.key}${isVersion ? ` (version ${input.versionId})` : ''}`;
    if (before === null || (before === 'delete-marker' && !isVersion)) {
      const message = `s3_delete_object: there is no ${named} in ${input.bucket}.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    const { status } = await versioningOf(aws, input.bucket, signal);
    // Since versions are kept no more, a new one takes the place of the last that has no id.
    const isLost = isVersion || status === 'never' || (status === 'suspended' && !hasVersionId(before));
    const effect =
      before === 'delete-marker'
        ? 'it is a delete marker, so that what it hides is back where it is the current version'
        : isLost
          ? 'it is gone for good'
          : 'the content stays as an old version';
    return {
      kind: 'plan',
      summary: `Deletes ${named} of ${input.bucket}; ${effect}.`,
      checkedBy: 'pre-check',
      before: { object: before, versioning: status },
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [
        {
          actions: [isVersion ? 's3:DeleteObjectVersion' : 's3:DeleteObject'],
          resources: [s3Arn(aws, input.bucket, input.key)],
        },
      ],
    };
  },
  async act(input, { signal }, aws) {
    const { sdk, client } = await aws.s3();
    const answer = await client.send(
      new sdk.DeleteObjectCommand({
        Bucket: input.bucket,
        Key: input.key,
        ...(typeof input.versionId === 'string' && { VersionId: input.versionId }),
      }),
      { abortSignal: signal },
    );
    const marker = answer.DeleteMarker === true ? answer.VersionId : undefined;
    return { kind: 'ok', value: { deleted: input.key, bucket: input.bucket, marker } };
  },
  verify: (input, { signal }, aws) => objectFacts(aws, input, signal),
});

function hasVersionId(object: Exclude<Awaited<ReturnType<typeof lookUp>>, null>): boolean {
  return object !== 'delete-marker' && object.versionId !== undefined && object.versionId !== 'null';
}
