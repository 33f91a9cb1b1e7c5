import type { ListObjectVersionsOutput } from '../../../clients/aws/sdk/s3.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** Pages of a bucket's versions; the SDK has no paginator for them. At most 1,000 entries a page. */
export async function* versionPages(
  aws: AwsClients,
  asked: {
    readonly bucket: string;
    readonly prefix: string | null | undefined;
    readonly pageSize: number;
  },
  abortSignal: AbortSignal,
): AsyncGenerator<ListObjectVersionsOutput> {
  const { sdk, client } = await aws.s3();
  let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {};
  while (from !== undefined) {
    const page: ListObjectVersionsOutput = await client.send(
      new sdk.ListObjectVersionsCommand({
        Bucket: asked.bucket,
        MaxKeys: Math.min(asked.pageSize, 1000),
        ...(typeof asked.prefix === 'string' && { Prefix: asked.prefix }),
        ...from,
      }),
      { abortSignal },
    );
    yield page;
    const { NextKeyMarker, NextVersionIdMarker } = page;
    from =
      page.IsTruncated === true && NextKeyMarker !== undefined
        ? {
            KeyMarker: NextKeyMarker,
            ...(NextVersionIdMarker !== undefined && { VersionIdMarker: NextVersionIdMarker }),
          }
        : undefined;
  }
}
