import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { versioningOf } from './bucket-settings.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { objectFacts, placeActions } from './object-facts.ts';
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
    const before = await objectFacts(aws, input, signal);
    // A delete marker is no object, and deleting it by its version brings the object back.
    if (before === null && typeof input.versionId !== 'string') {
      const message = `s3_delete_object: there is no ${input.key} in ${input.bucket}.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    const { status } = await versioningOf(aws, input.bucket, signal);
    const isVersion = typeof input.versionId === 'string';
    const stays = status === 'enabled' && !isVersion;
    return {
      kind: 'plan',
      summary: `Deletes ${input.key}${isVersion ? ` (version ${input.versionId})` : ''} of ${input.bucket}; ${stays ? 'the content stays as an old version' : 'it is gone for good'}.`,
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
