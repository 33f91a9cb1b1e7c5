import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsDocumentdbCustomerKey = defineAttributeRule({
  id: 'aws-documentdb-customer-key',
  title: 'DocumentDB without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html',
  ],
  checks: [
    { type: 'aws_docdb_cluster', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::DocDB::DBCluster', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
