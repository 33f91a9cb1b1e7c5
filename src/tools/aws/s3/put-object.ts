import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { keyActions, writingGrants } from './kms-grants.ts';
import { objectFacts, placeActions, placeFor } from './object-facts.ts';
import { bucket, contentType, key } from './parameters.ts';

export const putObject = changingTool({
  name: 's3_put_object',
  description:
    'Writes an S3 object from a text or base64. What is there already is only replaced where the bucket keeps its versions.',
  risk: 'write',
  permissions: { iam: [...placeActions, 's3:GetEncryptionConfiguration', 's3:PutObject', ...keyActions] },
  undo: { kind: 'tool', tool: 's3_delete_object' },
  idempotent: true,
  parameters: z.object({
    region,
    bucket,
    key,
    content: z
      .string()
      .max(1024 * 1024)
      .describe('The content, at most 1 MiB; s3_upload_file takes larger ones.'),
    encoding: z.enum(['text', 'base64']).nullish().describe('How `content` is given. Default: `text`.'),
    contentType,
  }),
  example: { bucket: 'reports-2026', key: 'daily/summary.txt', content: 'All is well.\n' },
  async plan(input, { signal }, aws) {
    if (input.encoding === 'base64' && !isBase64(input.content)) {
      const message = 's3_put_object: "content" is not base64.';
      return { kind: 'refused', code: 'invalid-content', message };
    }
    const place = await placeFor('s3_put_object', aws, input, signal);
    if (place.kind === 'refused') return place;
    const verb = place.kind === 'free' ? 'Writes' : 'Writes a new version of';
    return {
      kind: 'plan',
      summary: `${verb} ${input.key} in ${input.bucket}, ${bytesOf(input).length} bytes.`,
      checkedBy: 'pre-check',
      before: place.before,
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [
        { actions: ['s3:PutObject'], resources: [s3Arn(aws, input.bucket, input.key)] },
        ...(await writingGrants(aws, input.bucket, signal)),
      ],
    };
  },
  async act(input, { signal }, aws, plan) {
    const { sdk, client } = await aws.s3();
    const answer = await client.send(
      new sdk.PutObjectCommand({
        Bucket: input.bucket,
        Key: input.key,
        Body: bytesOf(input),
        ContentType:
          input.contentType ?? (input.encoding === 'base64' ? undefined : 'text/plain; charset=utf-8'),
        // Nobody else's object that came between is overwritten.
        ...(plan.before === null && { IfNoneMatch: '*' }),
      }),
      { abortSignal: signal },
    );
    return { kind: 'ok', value: { bucket: input.bucket, key: input.key, versionId: answer.VersionId } };
  },
  verify: (input, { signal }, aws) => objectFacts(aws, input, signal),
});

/** Node reads base64 up to the first character that is none, and says nothing. */
function isBase64(content: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(content.replace(/\s/g, ''));
}

function bytesOf({
  content,
  encoding,
}: {
  readonly content: string;
  readonly encoding?: 'text' | 'base64' | null | undefined;
}): Buffer {
  return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
}
