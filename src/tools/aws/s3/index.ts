import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { bucketExists } from './bucket-exists.ts';
import { copyObject } from './copy-object.ts';
import { createBucket } from './create-bucket.ts';
import { deleteBucket } from './delete-bucket.ts';
import { deleteBucketPolicy } from './delete-bucket-policy.ts';
import { deleteObject } from './delete-object.ts';
import { describeBucket } from './describe-bucket.ts';
import { getAccountPublicAccessBlock } from './get-account-public-access-block.ts';
import { getBucketPolicy } from './get-bucket-policy.ts';
import { getEncryption } from './get-encryption.ts';
import { getLifecycle } from './get-lifecycle.ts';
import { getLogging } from './get-logging.ts';
import { getObject } from './get-object.ts';
import { getPublicAccessBlock } from './get-public-access-block.ts';
import { getVersioning } from './get-versioning.ts';
import { listBuckets } from './list-buckets.ts';
import { listObjectVersions } from './list-object-versions.ts';
import { listObjects } from './list-objects.ts';
import { presignUrl } from './presign-url.ts';
import { putAccountPublicAccessBlock } from './put-account-public-access-block.ts';
import { putBucketPolicy } from './put-bucket-policy.ts';
import { putEncryption } from './put-encryption.ts';
import { putLifecycle } from './put-lifecycle.ts';
import { putLogging } from './put-logging.ts';
import { putObject } from './put-object.ts';
import { putPublicAccessBlock } from './put-public-access-block.ts';
import { putVersioning } from './put-versioning.ts';
import { requireTls } from './require-tls.ts';
import { uploadFile } from './upload-file.ts';

/** Amazon S3: buckets, objects and the settings of both. */
export const s3Tools: readonly AwsTool[] = [
  bucketExists,
  copyObject,
  createBucket,
  deleteBucketPolicy,
  deleteBucket,
  deleteObject,
  describeBucket,
  getAccountPublicAccessBlock,
  getBucketPolicy,
  getEncryption,
  getLifecycle,
  getLogging,
  getObject,
  getPublicAccessBlock,
  getVersioning,
  listBuckets,
  listObjectVersions,
  listObjects,
  presignUrl,
  putAccountPublicAccessBlock,
  putBucketPolicy,
  putEncryption,
  putLifecycle,
  putLogging,
  putObject,
  putPublicAccessBlock,
  putVersioning,
  requireTls,
  uploadFile,
];
