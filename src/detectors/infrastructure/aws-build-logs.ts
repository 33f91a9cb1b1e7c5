import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsBuildLogs = defineAttributeRule({
  id: 'aws-build-logs',
  title: 'Build that keeps no log',
  concern: 'logging',
  severity: 'low',
  fix: 'Leave the logs enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
  ],
  checks: [
    {
      type: 'aws_codebuild_project',
      attribute: 'logs_config.cloudwatch_logs.status',
      expect: noneOf(['disabled'], 'ENABLED'),
    },
    {
      type: 'AWS::CodeBuild::Project',
      attribute: 'LogsConfig.CloudWatchLogs.Status',
      expect: noneOf(['disabled'], 'ENABLED'),
    },
  ],
});
