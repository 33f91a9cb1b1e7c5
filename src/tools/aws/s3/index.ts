import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { bucketExists } from './bucket-exists.ts';
import { getAccountPublicAccessBlock } from './get-account-public-access-block.ts';
import { getBucketPolicy } from './get-bucket-policy.ts';
import { getEncryption } from './get-encryption.ts';
import { getLifecycle } from './get-lifecycle.ts';
import { getLogging } from './get-logging.ts';
import { getObject } from './get-object.ts';
import { getPublicAccessBlock } from './get-public-access-block.ts';
import { getVersioning } from './get-versioning.ts';
import { listBuckets } from './list-buckets.ts';
import { listObjects } from './list-objects.ts';

/** Amazon S3: buckets, objects and the settings of both. */
export const s3Tools: readonly AwsTool[] = [
  bucketExists,
  getAccountPublicAccessBlock,
  getBucketPolicy,
  getEncryption,
  getLifecycle,
  getLogging,
  getObject,
  getPublicAccessBlock,
  getVersioning,
  listBuckets,
  listObjects,
];
