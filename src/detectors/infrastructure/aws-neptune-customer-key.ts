import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsNeptuneCustomerKey = defineAttributeRule({
  id: 'aws-neptune-customer-key',
  title: 'Neptune cluster without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html',
  ],
  checks: [
    { type: 'aws_neptune_cluster', attribute: 'kms_key_arn', expect: isPresent('alias/data') },
    { type: 'AWS::Neptune::DBCluster', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
