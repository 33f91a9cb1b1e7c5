// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-lambda';
export {
  CreateFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListTagsCommand,
  PutFunctionConcurrencyCommand,
  paginateListAliases,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
