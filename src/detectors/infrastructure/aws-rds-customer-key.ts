import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsRdsCustomerKey = defineAttributeRule({
  id: 'aws-rds-customer-key',
  title: 'RDS storage without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
  ],
  checks: [
    { type: 'aws_rds_cluster', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'aws_db_instance', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::RDS::DBCluster', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
    { type: 'AWS::RDS::DBInstance', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
