import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const awsRedshiftBackup = defineAttributeRule({
  id: 'aws-redshift-backup',
  title: 'Warehouse without snapshots',
  concern: 'backup',
  fix: 'Set `automated_snapshot_retention_period` to at least 1.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    {
      type: 'aws_redshift_cluster',
      attribute: 'automated_snapshot_retention_period',
      expect: ifSetAtLeast(1),
    },
    {
      type: 'AWS::Redshift::Cluster',
      attribute: 'AutomatedSnapshotRetentionPeriod',
      expect: ifSetAtLeast(1),
    },
  ],
});
