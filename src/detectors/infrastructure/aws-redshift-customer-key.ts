import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsRedshiftCustomerKey = defineAttributeRule({
  id: 'aws-redshift-customer-key',
  title: 'Redshift cluster without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    { type: 'aws_redshift_cluster', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::Redshift::Cluster', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
