import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsDocumentdbBackup = defineAttributeRule({
  id: 'aws-documentdb-backup',
  title: 'DocumentDB cluster with short backup retention',
  concern: 'backup',
  fix: 'Set `backup_retention_period`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
  ],
  checks: [
    { type: 'aws_docdb_cluster', attribute: 'backup_retention_period', expect: atLeast(7) },
    { type: 'AWS::DocDB::DBCluster', attribute: 'BackupRetentionPeriod', expect: atLeast(7) },
  ],
});
