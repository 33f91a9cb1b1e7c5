import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** A bucket of any account. `mayList` undefined: it answers in another region, so that this is not known. */
export type FoundBucket =
  | { readonly kind: 'none' }
  | { readonly kind: 'bucket'; readonly mayList: boolean | undefined; readonly region: string | undefined };

/** Looks for a bucket by its name. Needs `s3:ListBucket` to be told that it may be listed. */
export async function findBucket(
  aws: AwsClients,
  bucket: string,
  abortSignal: AbortSignal,
): Promise<FoundBucket> {
  const { sdk, client } = await aws.s3();
  try {
    const found = await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }), { abortSignal });
    return { kind: 'bucket', mayList: true, region: found.BucketRegion ?? aws.region };
  } catch (error) {
    const { status, region } = answerOf(error);
    if (status === 404) return { kind: 'none' };
    // A bucket of another account, or one that these credentials may not list; a redirect names its region.
    if (status === 403) return { kind: 'bucket', mayList: false, region };
    if (status === 301 || (status === 400 && region !== undefined))
      return { kind: 'bucket', mayList: undefined, region };
    throw error;
  }
}

/** A HEAD has no body, so that status and header are all that an error says. */
function answerOf(error: unknown): { readonly status: unknown; readonly region: string | undefined } {
  const response = at(error, '$response');
  const region = at(at(response, 'headers'), 'x-amz-bucket-region');
  return {
    status: at(response, 'statusCode') ?? at(at(error, '$metadata'), 'httpStatusCode'),
    region: typeof region === 'string' ? region : undefined,
  };
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
