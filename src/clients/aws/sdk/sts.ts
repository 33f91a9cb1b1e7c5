// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-sts';
export {
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
