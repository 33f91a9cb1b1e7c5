import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notFalse } from './model/expectation.ts';

export const awsMwaaLogs = defineAttributeRule({
  id: 'aws-mwaa-logs',
  title: 'Airflow environment without its logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable the logs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-mwaa-environment.html',
  ],
  checks: [
    {
      type: 'aws_mwaa_environment',
      attribute: 'logging_configuration',
      expect: isPresent({ task_logs: { enabled: true } }),
    },
    {
      type: 'aws_mwaa_environment',
      attribute: 'logging_configuration.dag_processing_logs.enabled',
      expect: notFalse,
    },
    {
      type: 'aws_mwaa_environment',
      attribute: 'logging_configuration.scheduler_logs.enabled',
      expect: notFalse,
    },
    { type: 'aws_mwaa_environment', attribute: 'logging_configuration.task_logs.enabled', expect: notFalse },
    {
      type: 'aws_mwaa_environment',
      attribute: 'logging_configuration.webserver_logs.enabled',
      expect: notFalse,
    },
    {
      type: 'aws_mwaa_environment',
      attribute: 'logging_configuration.worker_logs.enabled',
      expect: notFalse,
    },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'LoggingConfiguration.DagProcessingLogs.Enabled',
      expect: notFalse,
    },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'LoggingConfiguration.SchedulerLogs.Enabled',
      expect: notFalse,
    },
    { type: 'AWS::MWAA::Environment', attribute: 'LoggingConfiguration.TaskLogs.Enabled', expect: notFalse },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'LoggingConfiguration.WebserverLogs.Enabled',
      expect: notFalse,
    },
    {
      type: 'AWS::MWAA::Environment',
      attribute: 'LoggingConfiguration.WorkerLogs.Enabled',
      expect: notFalse,
    },
  ],
});
