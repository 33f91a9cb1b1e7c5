import { createHash } from 'node:crypto';
import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { keyActions, writingGrants } from './kms-grants.ts';
import { objectFacts, placeActions, placeFor } from './object-facts.ts';
import { bucket, contentType, key } from './parameters.ts';

/** Size of a part, bytes, and how many go at once: 10,000 parts are the most, so that 160 GB is the largest file. */
const partBytes = 16 * 1024 * 1024;
const parts = 4;

export const uploadFile = changingTool({
  name: 's3_upload_file',
  description:
    'Uploads a file of any size to S3, in parts where it is large. Only for a person at a terminal, who names a file of theirs.',
  risk: 'write',
  permissions: {
    iam: [
      ...placeActions,
      's3:GetEncryptionConfiguration',
      's3:PutObject',
      's3:AbortMultipartUpload',
      ...keyActions,
    ],
  },
  undo: { kind: 'tool', tool: 's3_delete_object' },
  idempotent: true,
  // The session of the actor ends then.
  timeoutMs: 15 * 60_000,
  parameters: z.object({
    region,
    bucket,
    key,
    file: z.string().min(1).max(4096).describe('Path of the file, from the working folder.'),
    contentType,
  }),
  example: { bucket: 'backups-2026', key: 'shop.tar.gz', file: 'dist/shop.tar.gz' },
  async plan(input, { signal, terminal }, aws) {
    const file = await terminal?.openFile(input.file);
    if (file === undefined) {
      const why =
        terminal === undefined
          ? 'files are only read for a person at a terminal'
          : `there is no file ${input.file}`;
      return { kind: 'refused', code: 'no-file', message: `s3_upload_file: ${why}.` };
    }
    const place = await placeFor('s3_upload_file', aws, input, signal);
    if (place.kind === 'refused') return place;
    const sha256 = await digestOf(file, signal);
    return {
      kind: 'plan',
      summary: `Uploads ${input.file} (${file.size} bytes) to ${input.key} in ${input.bucket}.`,
      checkedBy: 'pre-check',
      before: { place: place.before, file: { bytes: file.size, sha256 } },
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [
        {
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          resources: [s3Arn(aws, input.bucket, input.key)],
        },
        ...(await writingGrants(aws, input.bucket, signal)),
      ],
    };
  },
  async act(input, { signal, terminal }, aws, plan) {
    const file = await terminal?.openFile(input.file);
    if (file === undefined)
      return { kind: 'refused', code: 'no-file', message: `s3_upload_file: ${input.file} is gone.` };
    const { sdk, client } = await aws.s3();
    const upload = new sdk.Upload({
      client,
      params: {
        Bucket: input.bucket,
        Key: input.key,
        Body: file,
        ...(typeof input.contentType === 'string' && { ContentType: input.contentType }),
        // Nobody else's object that came between is overwritten.
        ...(z.object({ place: z.unknown() }).parse(plan.before).place === null && { IfNoneMatch: '*' }),
      },
      partSize: partBytes,
      queueSize: parts,
    });
    const abort = () => void upload.abort();
    signal.addEventListener('abort', abort, { once: true });
    const answer = await upload.done().finally(() => signal.removeEventListener('abort', abort));
    const value = { bucket: input.bucket, key: input.key, bytes: file.size, versionId: answer.VersionId };
    return { kind: 'ok', value };
  },
  verify: (input, { signal }, aws) => objectFacts(aws, input, signal),
});

/** SHA-256, hexadecimal: a file that changes after the approval is not uploaded. */
async function digestOf(file: Blob, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.stream()) {
    signal.throwIfAborted();
    hash.update(chunk);
  }
  return hash.digest('hex');
}
