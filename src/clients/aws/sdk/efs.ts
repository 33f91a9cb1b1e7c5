// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-efs';
export {
  DescribeFileSystemsCommand,
  EFSClient,
  paginateDescribeFileSystems,
} from '@aws-sdk/client-efs';
