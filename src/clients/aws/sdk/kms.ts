// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-kms';
export {
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListKeysCommand,
  ListResourceTagsCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
