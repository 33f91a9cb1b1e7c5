// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-ecs';
export {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  paginateListClusters,
  paginateListServices,
  paginateListTasks,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
