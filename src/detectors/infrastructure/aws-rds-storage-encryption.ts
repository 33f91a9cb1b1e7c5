import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue } from './model/expectation.ts';

export const awsRdsStorageEncryption = defineAttributeRule({
  id: 'aws-rds-storage-encryption',
  title: 'RDS storage without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `storage_encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'storage_encrypted',
      expect: isTrue,
      when: { replicate_source_db: isAbsent() },
    },
    { type: 'aws_rds_cluster', attribute: 'storage_encrypted', expect: isTrue },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'StorageEncrypted',
      expect: isTrue,
      when: { SourceDBInstanceIdentifier: isAbsent() },
    },
    { type: 'AWS::RDS::DBCluster', attribute: 'StorageEncrypted', expect: isTrue },
  ],
});
