// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-kms';
export {
  DescribeKeyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListKeysCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
