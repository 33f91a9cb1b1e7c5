// What the product uses of this SDK: the bundler leaves out the rest.

export type * from '@aws-sdk/client-cloudwatch';
export {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  paginateDescribeAlarmHistory,
  paginateDescribeAlarms,
  paginateGetMetricData,
  paginateListMetrics,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
