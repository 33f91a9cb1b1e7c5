import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const awsNeptuneLogExport = defineAttributeRule({
  id: 'aws-neptune-log-export',
  title: 'Neptune cluster without audit logs',
  concern: 'logging',
  fix: 'Set `enable_cloudwatch_logs_exports`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  ],
  checks: [
    {
      type: 'aws_neptune_cluster',
      attribute: 'enable_cloudwatch_logs_exports',
      expect: contains(/^audit$/, ['audit'], []),
    },
    {
      type: 'AWS::Neptune::DBCluster',
      attribute: 'EnableCloudwatchLogsExports',
      expect: contains(/^audit$/, ['audit'], []),
    },
  ],
});
