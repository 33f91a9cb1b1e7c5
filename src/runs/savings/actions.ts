/** Every action that a look for savings calls; goes into the reader's policy. */
export const savingsActions = [
  'ec2:DescribeRegions',
  'ec2:DescribeInstances',
  'ec2:DescribeVolumes',
  'ec2:DescribeSnapshots',
  'ec2:DescribeImages',
  'ec2:DescribeAddresses',
  'cloudwatch:GetMetricData',
  'logs:DescribeLogGroups',
  's3:ListAllMyBuckets',
  's3:GetLifecycleConfiguration',
] as const;
