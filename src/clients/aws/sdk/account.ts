// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-account';
export {
  AccountClient,
  GetAlternateContactCommand,
} from '@aws-sdk/client-account';
