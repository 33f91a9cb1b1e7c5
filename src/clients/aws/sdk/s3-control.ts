// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-s3-control';
export {
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
