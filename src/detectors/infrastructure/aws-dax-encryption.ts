import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsDaxEncryption = defineAttributeRule({
  id: 'aws-dax-encryption',
  title: 'DAX cluster without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `server_side_encryption.enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dax-cluster.html',
  ],
  checks: [
    { type: 'aws_dax_cluster', attribute: 'server_side_encryption.enabled', expect: isTrue },
    { type: 'AWS::DAX::Cluster', attribute: 'SSESpecification.SSEEnabled', expect: isTrue },
  ],
});
