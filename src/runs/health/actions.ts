/** Every action that a look at an account's health calls; goes into the reader's policy. */
export const healthActions = [
  'ec2:DescribeRegions',
  'ec2:DescribeInstances',
  'ec2:DescribeInstanceStatus',
  'cloudwatch:DescribeAlarms',
  'cloudwatch:GetMetricData',
  'cloudwatch:ListMetrics',
  'ecs:ListClusters',
  'ecs:ListServices',
  'ecs:DescribeServices',
  'rds:DescribeDBInstances',
  'lambda:ListFunctions',
] as const;
