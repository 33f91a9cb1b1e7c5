// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-s3';
export {
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
