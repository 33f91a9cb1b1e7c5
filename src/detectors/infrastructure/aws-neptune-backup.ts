import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsNeptuneBackup = defineAttributeRule({
  id: 'aws-neptune-backup',
  title: 'Graph database with backups of less than a week',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `backup_retention_period` to at least 7.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  ],
  checks: [
    { type: 'aws_neptune_cluster', attribute: 'backup_retention_period', expect: atLeast(7) },
    { type: 'AWS::Neptune::DBCluster', attribute: 'BackupRetentionPeriod', expect: atLeast(7) },
  ],
});
