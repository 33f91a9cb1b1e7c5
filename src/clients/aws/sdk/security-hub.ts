// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-securityhub';
export {
  DescribeHubCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
