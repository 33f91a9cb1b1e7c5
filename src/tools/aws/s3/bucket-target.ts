import { partitionOf } from '../../aws-calls/arns.ts';
import type { AwsClients, PlanTarget } from '../../aws-calls/define-aws-tool.ts';
import { orNothing } from '../../aws-calls/or-nothing.ts';

/**
 * A bucket's name in policies; with a key the object's. Characters of a key that mean more in a policy stand for
 * themselves: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function s3Arn(aws: Pick<AwsClients, 'region'>, bucket: string, key?: string): string {
  const arn = `arn:${partitionOf(aws.region)}:s3:::${bucket}`;
  return key === undefined ? arn : `${arn}/${key.replace(/[$*?]/g, special => `\${${special}}`)}`;
}

/** The bucket as what a change touches; its objects are guarded by its tags. Needs `s3:GetBucketTagging`. */
export async function bucketTarget(
  aws: AwsClients,
  bucket: string,
  signal: AbortSignal,
): Promise<PlanTarget> {
  const { sdk, client } = await aws.s3();
  const asked = client.send(new sdk.GetBucketTaggingCommand({ Bucket: bucket }), { abortSignal: signal });
  const { TagSet = [] } = (await orNothing(asked, 'NoSuchTagSet')) ?? {};
  const tags = Object.fromEntries(TagSet.map(({ Key = '', Value = '' }) => [Key, Value]));
  return { arn: s3Arn(aws, bucket), tags };
}
