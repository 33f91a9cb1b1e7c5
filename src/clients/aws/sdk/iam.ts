// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-iam';
export {
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
