import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { noScreen } from '../../aws-calls/reveal.ts';
import { bucketTarget, s3Arn } from './bucket-target.ts';
import { keyActions, readingGrants, writingGrants } from './kms-grants.ts';
import { objectFacts, placeActions, placeFor } from './object-facts.ts';
import { bucket, key } from './parameters.ts';

export const presignUrl = changingTool({
  name: 's3_presign_url',
  description:
    'Makes a link with which whoever has it reads (or writes) one S3 object for at most an hour. The link is a credential: it is written to the terminal of the person who asks, and nowhere else.',
  risk: 'write',
  permissions: {
    iam: [...placeActions, 's3:GetEncryptionConfiguration', 's3:PutObject', ...keyActions],
    actorReads: ['s3:GetObject'],
  },
  undo: { kind: 'manual', how: 'It ends by itself; before that, delete or rename the object.' },
  idempotent: true,
  parameters: z.object({
    region,
    bucket,
    key,
    method: z.enum(['GET', 'PUT']).nullish().describe('What the link allows. Default: `GET`.'),
    expiresInSeconds: z
      .number()
      .int()
      .min(60)
      .max(3600)
      .nullish()
      .describe(
        'How long it works, 60 to 3600 seconds. Default: 900. A link of an assumed role ends with its session, after 15 minutes.',
      ),
  }),
  example: { bucket: 'reports-2026', key: 'daily/summary.txt', expiresInSeconds: 600 },
  async plan(input, { signal, terminal }, aws) {
    if (terminal?.reveal === undefined) return noScreen('s3_presign_url', 'A link');
    const method = input.method ?? 'GET';
    const before = await objectFacts(aws, input, signal);
    if (before === null && method === 'GET') {
      const message = `s3_presign_url: there is no ${input.key} in ${input.bucket}.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    if (method === 'PUT') {
      const place = await placeFor('s3_presign_url', aws, input, signal);
      if (place.kind === 'refused') return place;
    }
    return {
      kind: 'plan',
      summary: `Makes a link that lets whoever has it ${method === 'GET' ? 'read' : 'write'} ${input.key} of ${input.bucket} for ${input.expiresInSeconds ?? 900} seconds.`,
      checkedBy: 'pre-check',
      before,
      targets: [await bucketTarget(aws, input.bucket, signal)],
      grants: [
        {
          actions: [method === 'GET' ? 's3:GetObject' : 's3:PutObject'],
          resources: [s3Arn(aws, input.bucket, input.key)],
        },
        ...(method === 'GET'
          ? await readingGrants(aws, before?.kmsKey)
          : await writingGrants(aws, input.bucket, signal)),
      ],
    };
  },
  async act(input, { terminal }, aws) {
    if (terminal?.reveal === undefined) return noScreen('s3_presign_url', 'A link');
    const { sdk, client } = await aws.s3();
    const object = { Bucket: input.bucket, Key: input.key };
    const command =
      input.method === 'PUT' ? new sdk.PutObjectCommand(object) : new sdk.GetObjectCommand(object);
    const expiresIn = input.expiresInSeconds ?? 900;
    // Whoever has the link sends content that is not known here, so that no checksum of it may be signed.
    client.config.requestChecksumCalculation = () => Promise.resolve('WHEN_REQUIRED');
    client.config.responseChecksumValidation = () => Promise.resolve('WHEN_REQUIRED');
    terminal.reveal(`Link to ${input.key}`, await sdk.getSignedUrl(client, command, { expiresIn }));
    return { kind: 'ok', value: { shown: 'in the terminal', key: input.key, expiresInSeconds: expiresIn } };
  },
});
