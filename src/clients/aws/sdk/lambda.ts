// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-lambda';
export {
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
