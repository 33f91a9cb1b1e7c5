// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-kms';
export {
  KMSClient,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
