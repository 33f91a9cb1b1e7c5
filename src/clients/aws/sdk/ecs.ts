// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-ecs';
export {
  DescribeServicesCommand,
  ECSClient,
} from '@aws-sdk/client-ecs';
