// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-ec2';
export {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  EC2Client,
  paginateDescribeInstances,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
