// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-ssm';
export {
  GetCommandInvocationCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
