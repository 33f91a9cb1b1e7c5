import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsLedgerPermissions = defineAttributeRule({
  id: 'aws-ledger-permissions',
  title: 'Ledger that everybody with any right may change',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Use the permissions mode `STANDARD`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/qldb_ledger',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-qldb-ledger.html',
  ],
  checks: [
    { type: 'aws_qldb_ledger', attribute: 'permissions_mode', expect: noneOf(['allow_all'], 'STANDARD') },
    { type: 'AWS::QLDB::Ledger', attribute: 'PermissionsMode', expect: noneOf(['allow_all'], 'STANDARD') },
  ],
});
