import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, isUnset } from './model/expectation.ts';

export const awsDocumentdbEncryption = defineAttributeRule({
  id: 'aws-documentdb-encryption',
  title: 'DocumentDB cluster without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `storage_encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
  ],
  checks: [
    { type: 'aws_docdb_cluster', attribute: 'storage_encrypted', expect: isTrue },
    { type: 'AWS::DocDB::DBCluster', attribute: 'StorageEncrypted', expect: isTrue },
    { type: 'aws_docdb_global_cluster', attribute: 'storage_encrypted', expect: isTrue },
    {
      type: 'AWS::RDS::GlobalCluster',
      attribute: 'StorageEncrypted',
      expect: isTrue,
      when: { SourceDBClusterIdentifier: isUnset() },
    },
  ],
});
