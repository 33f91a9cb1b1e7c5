import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { keyActions, readingGrants, writingGrants } from './kms-grants.ts';
import { objectFacts, placeActions, placeFor } from './object-facts.ts';
import { bucket, key } from './parameters.ts';

/** Of the before-state, what the act is held to. */
const planned = z.object({ source: z.object({ etag: z.string().optional() }), place: z.unknown() });

/** The most that one CopyObject takes, bytes. */
const maxBytes = 5 * 1024 ** 3;

export const copyObject = changingTool({
  name: 's3_copy_object',
  description:
    'Copies an S3 object of at most 5 GiB, also between buckets. What is there already is only replaced where the bucket keeps its versions.',
  risk: 'write',
  permissions: {
    iam: [
      ...placeActions,
      's3:GetEncryptionConfiguration',
      's3:PutObject',
      's3:GetObjectTagging',
      's3:PutObjectTagging',
      ...keyActions,
    ],
    actorReads: ['s3:GetObject', 's3:GetObjectTagging'],
  },
  undo: { kind: 'tool', tool: 's3_delete_object' },
  idempotent: true,
  parameters: z.object({
    region,
    from: z.object({ bucket, key }).describe('The object that is copied.'),
    to: z.object({ bucket, key }).describe('Where the copy goes.'),
  }),
  example: {
    from: { bucket: 'reports-2026', key: 'daily/summary.txt' },
    to: { bucket: 'archive-2026', key: 'daily/summary.txt' },
  },
  async plan({ from, to }, { signal }, aws) {
    const source = await objectFacts(aws, from, signal);
    if (source === null) {
      const message = `s3_copy_object: there is no ${from.key} in ${from.bucket}.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    if ((source.bytes ?? 0) > maxBytes) {
      const message = `s3_copy_object: ${from.key} is larger than 5 GiB, which one copy cannot take.`;
      return { kind: 'refused', code: 'too-large', message };
    }
    const place = await placeFor('s3_copy_object', aws, to, signal);
    if (place.kind === 'refused') return place;
    return {
      kind: 'plan',
      summary: `Copies ${from.key} of ${from.bucket} (${source.bytes ?? 0} bytes) to ${to.key} in ${to.bucket}.`,
      checkedBy: 'pre-check',
      before: { source, place: place.before },
      targets: [await bucketTarget(aws, to.bucket, signal)],
      grants: [
        { actions: ['s3:GetObject', 's3:GetObjectTagging'], resources: [s3Arn(aws, from.bucket, from.key)] },
        { actions: ['s3:PutObject', 's3:PutObjectTagging'], resources: [s3Arn(aws, to.bucket, to.key)] },
        ...(await readingGrants(aws, source.kmsKey)),
        ...(await writingGrants(aws, to.bucket, signal)),
      ],
    };
  },
  async act({ from, to }, { signal }, aws, plan) {
    const { sdk, client } = await aws.s3();
    const { source, place } = planned.parse(plan.before);
    const answer = await client.send(
      new sdk.CopyObjectCommand({
        Bucket: to.bucket,
        Key: to.key,
        CopySource: `${from.bucket}/${from.key.split('/').map(encodeURIComponent).join('/')}`,
        // What was planned is copied, and nothing that came between is overwritten.
        ...(source.etag !== undefined && { CopySourceIfMatch: source.etag }),
        ...(place === null && { IfNoneMatch: '*' }),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { ...to, versionId: answer.VersionId } };
  },
  verify: ({ to }, { signal }, aws) => objectFacts(aws, to, signal),
});
