import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const awsDocumentdbLogExport = defineAttributeRule({
  id: 'aws-documentdb-log-export',
  title: 'DocumentDB cluster without log export',
  concern: 'logging',
  fix: 'Set `enabled_cloudwatch_logs_exports`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
  ],
  checks: [
    {
      type: 'aws_docdb_cluster',
      attribute: 'enabled_cloudwatch_logs_exports',
      expect: contains(/^(?:audit|profiler)$/, ['audit'], []),
    },
    {
      type: 'AWS::DocDB::DBCluster',
      attribute: 'EnableCloudwatchLogsExports',
      expect: contains(/^(?:audit|profiler)$/, ['audit'], []),
    },
  ],
});
