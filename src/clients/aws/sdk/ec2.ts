// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-ec2';
export {
  DescribeInstancesCommand,
  EC2Client,
  paginateDescribeInstances,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
