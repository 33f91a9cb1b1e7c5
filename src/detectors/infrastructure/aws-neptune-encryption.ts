import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsNeptuneEncryption = defineAttributeRule({
  id: 'aws-neptune-encryption',
  title: 'Neptune cluster without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `storage_encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  ],
  checks: [
    { type: 'aws_neptune_cluster', attribute: 'storage_encrypted', expect: isTrue },
    { type: 'AWS::Neptune::DBCluster', attribute: 'StorageEncrypted', expect: isTrue },
    { type: 'aws_neptune_cluster_snapshot', attribute: 'storage_encrypted', expect: notFalse },
  ],
});
