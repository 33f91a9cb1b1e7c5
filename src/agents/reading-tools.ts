/** Tools with which an agent reads a repository's code and history. */
export const codeReadingTools = [
  'github_get_repository',
  'github_list_files',
  'github_read_file',
  'github_search_code',
  'github_list_commits',
  'github_compare_commits',
] as const;

/** Tools with which an agent looks at what runs in AWS and how it is. */
export const awsWatchingTools = [
  'cloudwatch_list_metrics',
  'cloudwatch_get_metrics',
  'cloudwatch_list_alarms',
  'cloudwatch_alarm_history',
  'logs_list_groups',
  'logs_filter_events',
  'logs_query',
  'cloudtrail_lookup_events',
  'ecs_list_clusters',
  'ecs_list_services',
  'ecs_describe_service',
  'ecs_list_tasks',
  'lambda_list_functions',
  'lambda_describe_function',
  'rds_list_instances',
  'rds_list_clusters',
] as const;

/** Tools with which an agent looks at what AWS costs. */
export const awsCostTools = [
  'cost_by_service',
  'cost_by_tag',
  'cost_over_time',
  'cost_explain_rise',
] as const;
