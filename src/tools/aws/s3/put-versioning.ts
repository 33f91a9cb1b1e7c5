import { z } from 'zod';
import { versioningOf } from './bucket-settings.ts';
import { settingChange } from './setting-tool.ts';

export const putVersioning = settingChange({
  name: 's3_put_versioning',
  description: 'Turns the versions of an S3 bucket’s objects on, or stops keeping new ones.',
  risk: 'write',
  undo: { kind: 'tool', tool: 's3_put_versioning' },
  reads: 's3:GetBucketVersioning',
  writes: 's3:PutBucketVersioning',
  setting: z.object({ status: z.enum(['enabled', 'suspended']) }),
  example: { status: 'enabled' },
  read: versioningOf,
  summary: ({ status }) => (status === 'enabled' ? 'Turns versioning on' : 'Stops versioning'),
  objection: (_setting, { mfaDelete }) =>
    mfaDelete ? 'the bucket asks for MFA, so versioning is changed by whoever holds the device.' : undefined,
  async write(aws, { bucket, setting }, abortSignal) {
    const { sdk, client } = await aws.s3();
    const Status = setting.status === 'enabled' ? 'Enabled' : 'Suspended';
    await client.send(
      new sdk.PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status } }),
      { abortSignal },
    );
  },
});
