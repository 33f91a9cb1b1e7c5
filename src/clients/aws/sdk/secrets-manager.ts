// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-secrets-manager';
export {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
