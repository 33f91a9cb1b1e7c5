import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const awsDeletionProtection = defineAttributeRule({
  id: 'aws-deletion-protection',
  title: 'Data that can be deleted by one call',
  concern: 'availability',
  severity: 'low',
  fix: 'Leave deletion protection on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/qldb_ledger',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
  ],
  checks: [
    { type: 'aws_qldb_ledger', attribute: 'deletion_protection', expect: notFalse },
    { type: 'aws_dynamodb_table', attribute: 'deletion_protection_enabled', expect: notFalse },
    { type: 'aws_docdb_cluster', attribute: 'deletion_protection', expect: notFalse },
    { type: 'aws_neptune_cluster', attribute: 'deletion_protection', expect: notFalse },
    { type: 'AWS::DocDB::DBCluster', attribute: 'DeletionProtection', expect: notFalse },
    {
      type: 'AWS::Cognito::UserPool',
      attribute: 'DeletionProtection',
      expect: noneOf(['inactive'], 'ACTIVE'),
    },
  ],
});
