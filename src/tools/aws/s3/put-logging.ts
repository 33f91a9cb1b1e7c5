import { z } from 'zod';
import { loggingOf } from './bucket-settings.ts';
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
