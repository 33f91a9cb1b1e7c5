import type { AwsPermission } from '../../../clients/aws/session-policy.ts';
import { partitionOf } from '../../aws-calls/arns.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { encryptionOf } from './bucket-settings.ts';

/** What writing into a bucket that encrypts by KMS needs, beside the rights of S3. */
export const keyActions = ['kms:Decrypt', 'kms:GenerateDataKey'] as const;

/**
 * The rights on the key that a bucket encrypts new objects with, by S3 alone; none where it is not one of KMS. Parts of
 * an upload are read again when they are put together: hence `kms:Decrypt`. Needs `s3:GetEncryptionConfiguration`.
 */
export async function writingGrants(
  aws: AwsClients,
  bucket: string,
  signal: AbortSignal,
): Promise<readonly AwsPermission[]> {
  const encryption = await encryptionOf(aws, bucket, signal);
  if (encryption?.algorithm?.startsWith('aws:kms') !== true) return [];
  return [await keyGrant(aws, keyActions, encryption.kmsKey)];
}

/** The right to read an object that is encrypted with a key of KMS. */
export async function readingGrants(
  aws: AwsClients,
  kmsKey: string | undefined,
): Promise<readonly AwsPermission[]> {
  return kmsKey === undefined ? [] : [await keyGrant(aws, ['kms:Decrypt'], kmsKey)];
}

async function keyGrant(
  aws: AwsClients,
  actions: AwsPermission['actions'],
  key: string | undefined,
): Promise<AwsPermission> {
  return {
    actions,
    resources: [await keyArn(aws, key)],
    condition: { StringEquals: { 'kms:ViaService': `s3.${aws.region}.amazonaws.com` } },
  };
}

/** A bucket may name its key by id or alias; of an alias, and of AWS's own key, S3 does not tell which key it is. */
async function keyArn(aws: AwsClients, key = ''): Promise<string> {
  if (key.startsWith('arn:') && !key.includes(':alias/')) return key;
  const keys = `arn:${partitionOf(aws.region)}:kms:${aws.region}:${await aws.accountId()}:key`;
  return `${keys}/${/^[\w-]+$/.test(key) ? key : '*'}`;
}
