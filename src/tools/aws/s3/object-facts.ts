import type { ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { versioningOf } from './bucket-settings.ts';

/** What identifies an object's present content. */
export type ObjectFacts = {
  readonly bytes: number | undefined;
  readonly etag: string | undefined;
  readonly versionId: string | undefined;
  readonly changed: string | undefined;
  readonly type: string | undefined;
  /** ARN of the KMS key that it is encrypted with, where it is one of KMS. */
  readonly kmsKey: string | undefined;
};

type ObjectName = {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | null | undefined;
};

/** The object, or a version of it; null when there is none. Needs `s3:GetObject`, and `s3:ListBucket` to tell the two apart. */
export async function objectFacts(
  aws: AwsClients,
  object: ObjectName,
  signal: AbortSignal,
): Promise<ObjectFacts | null> {
  const found = await lookUp(aws, object, signal);
  return found === 'delete-marker' ? null : found;
}

/** The same; a delete marker, which is a version without content, is told by its name. */
export async function lookUp(
  aws: AwsClients,
  { bucket, key, versionId }: ObjectName,
  abortSignal: AbortSignal,
): Promise<ObjectFacts | 'delete-marker' | null> {
  const { sdk, client } = await aws.s3();
  const command = new sdk.HeadObjectCommand({
    Bucket: bucket,
    Key: key,
    ...(typeof versionId === 'string' && { VersionId: versionId }),
  });
  try {
    const found = await client.send(command, { abortSignal });
    return {
      bytes: found.ContentLength,
      etag: found.ETag,
      versionId: found.VersionId,
      changed: found.LastModified?.toISOString(),
      type: found.ContentType,
      kmsKey: found.SSEKMSKeyId,
    };
  } catch (error) {
    // A HEAD has no body, so that the status is all that an error says.
    const status = error instanceof sdk.S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 404) return null;
    if (status === 405) return 'delete-marker';
    throw error;
  }
}

/** What stands where something is to be written; a refusal where writing would lose it. */
export async function placeFor(
  tool: string,
  aws: AwsClients,
  object: { readonly bucket: string; readonly key: string },
  signal: AbortSignal,
): Promise<{ readonly kind: 'free' | 'versioned'; readonly before: ObjectFacts | null } | ToolRefusal> {
  const before = await objectFacts(aws, object, signal);
  if (before === null) return { kind: 'free', before };
  const { status } = await versioningOf(aws, object.bucket, signal);
  if (status === 'enabled') return { kind: 'versioned', before };
  return {
    kind: 'refused',
    code: 'would-be-lost',
    message: `${tool}: ${object.key} is there, and ${object.bucket} keeps no versions, so what is there would be lost. Turn versioning on, or delete the object first.`,
  };
}

/** The reads of `placeFor` and of the bucket's tags. */
export const placeActions = [
  's3:GetObject',
  's3:ListBucket',
  's3:GetBucketVersioning',
  's3:GetBucketTagging',
] as const;
