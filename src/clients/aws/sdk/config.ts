// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-config-service';
export {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  DescribeConfigurationRecordersCommand,
} from '@aws-sdk/client-config-service';
