import type { LifecycleRule, PublicAccessBlockConfiguration } from '../../../clients/aws/sdk/s3.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';

/** Reads one setting of a bucket: `null` where it was never set. */
export type SettingReader<Setting> = (
  aws: AwsClients,
  bucket: string,
  signal: AbortSignal,
) => Promise<Setting>;

/** The bucket's policy as it is written. */
export const policyOf: SettingReader<string | null> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const asked = client.send(new sdk.GetBucketPolicyCommand({ Bucket: bucket }), { abortSignal: signal });
  return (await orNothing(asked, 'NoSuchBucketPolicy'))?.Policy ?? null;
};

/** The four switches that keep a bucket, or every bucket of an account, from being public. */
export type PublicAccessBlock = {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
};

/** The switches of the bucket itself; all off where they were never set. */
export const publicAccessBlockOf: SettingReader<PublicAccessBlock> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const asked = client.send(new sdk.GetPublicAccessBlockCommand({ Bucket: bucket }), { abortSignal: signal });
  const found = await orNothing(asked, 'NoSuchPublicAccessBlockConfiguration');
  return shownBlock(found?.PublicAccessBlockConfiguration);
};

/** The switches of the whole account. */
export async function accountBlockOf(aws: AwsClients, signal: AbortSignal): Promise<PublicAccessBlock> {
  const { sdk, client } = await aws.s3Control();
  const AccountId = await aws.accountId();
  const asked = client.send(new sdk.GetPublicAccessBlockCommand({ AccountId }), { abortSignal: signal });
  const found = await orNothing(asked, 'NoSuchPublicAccessBlockConfiguration');
  return shownBlock(found?.PublicAccessBlockConfiguration);
}

function shownBlock(block: PublicAccessBlockConfiguration = {}): PublicAccessBlock {
  return {
    blockPublicAcls: block.BlockPublicAcls === true,
    ignorePublicAcls: block.IgnorePublicAcls === true,
    blockPublicPolicy: block.BlockPublicPolicy === true,
    restrictPublicBuckets: block.RestrictPublicBuckets === true,
  };
}

/** Whether versions are kept: `never` until it is enabled for the first time. */
export const versioningOf: SettingReader<{
  readonly status: 'never' | 'enabled' | 'suspended';
  readonly mfaDelete: boolean;
}> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const found = await client.send(new sdk.GetBucketVersioningCommand({ Bucket: bucket }), {
    abortSignal: signal,
  });
  const status =
    found.Status === 'Enabled' ? 'enabled' : found.Status === 'Suspended' ? 'suspended' : 'never';
  return { status, mfaDelete: found.MFADelete === 'Enabled' };
};

/** What new objects are encrypted with. */
export const encryptionOf: SettingReader<
  {
    readonly algorithm: string | undefined;
    readonly kmsKey: string | undefined;
    readonly bucketKey: boolean;
  } | null
> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const asked = client.send(new sdk.GetBucketEncryptionCommand({ Bucket: bucket }), { abortSignal: signal });
  const found = await orNothing(asked, 'ServerSideEncryptionConfigurationNotFoundError');
  const rule = found?.ServerSideEncryptionConfiguration?.Rules?.[0];
  if (rule === undefined) return null;
  const { ApplyServerSideEncryptionByDefault: applied, BucketKeyEnabled: bucketKey = false } = rule;
  return { algorithm: applied?.SSEAlgorithm, kmsKey: applied?.KMSMasterKeyID, bucketKey };
};

/** Where requests are logged. */
export const loggingOf: SettingReader<
  {
    readonly targetBucket: string | undefined;
    readonly targetPrefix: string | undefined;
  } | null
> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const { LoggingEnabled: on } = await client.send(new sdk.GetBucketLoggingCommand({ Bucket: bucket }), {
    abortSignal: signal,
  });
  return on === undefined ? null : { targetBucket: on.TargetBucket, targetPrefix: on.TargetPrefix };
};

/** The rules by which objects move or expire, as AWS gives them. */
export const lifecycleOf: SettingReader<readonly LifecycleRule[]> = async (aws, bucket, signal) => {
  const { sdk, client } = await aws.s3();
  const asked = client.send(new sdk.GetBucketLifecycleConfigurationCommand({ Bucket: bucket }), {
    abortSignal: signal,
  });
  return (await orNothing(asked, 'NoSuchLifecycleConfiguration'))?.Rules ?? [];
};
