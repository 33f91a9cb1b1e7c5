import { z } from 'zod';
import { loggingOf } from './bucket-settings.ts';
import { findBucket } from './find-bucket.ts';
import { bucket as bucketName } from './parameters.ts';
import { settingChange } from './setting-tool.ts';

export const putLogging = settingChange({
  name: 's3_put_logging',
  description:
    'Logs the requests of an S3 bucket into another one, which must let `logging.s3.amazonaws.com` write. Logging is not turned off here.',
  risk: 'write',
  undo: { kind: 'manual', how: 'Turn logging off in the console, or set the former target again.' },
  reads: 's3:GetBucketLogging',
  writes: 's3:PutBucketLogging',
  setting: z.object({
    targetBucket: bucketName.describe('Bucket that the logs go to, in the same region and account.'),
    targetPrefix: z.string().max(512).describe('What the logs’ keys start with, for example `access/`.'),
  }),
  example: { targetBucket: 'logs-2026', targetPrefix: 'reports/' },
  read: loggingOf,
  objection: ({ targetBucket }, _before, bucket) =>
    targetBucket === bucket ? 'a bucket that logs into itself logs its own logs, without end.' : undefined,
  async check(aws, { setting: { targetBucket } }, signal) {
    const found = await findBucket(aws, targetBucket, signal);
    if (found.kind === 'none') return `there is no bucket ${targetBucket} to log into.`;
    return found.region === undefined || found.region === aws.region
      ? undefined
      : `${targetBucket} is in ${found.region}; logs go to a bucket of the same region.`;
  },
  alsoReads: ['s3:ListBucket'],
  summary: ({ targetBucket, targetPrefix }) => `Logs requests to ${targetBucket}/${targetPrefix}`,
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    const LoggingEnabled = { TargetBucket: setting.targetBucket, TargetPrefix: setting.targetPrefix };
    await client.send(
      new sdk.PutBucketLoggingCommand({ Bucket: bucket, BucketLoggingStatus: { LoggingEnabled } }),
      { abortSignal },
    );
  },
});
