import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRedshiftEncryption = defineAttributeRule({
  id: 'aws-redshift-encryption',
  title: 'Redshift cluster without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  ],
  checks: [
    { type: 'aws_redshift_cluster', attribute: 'encrypted', expect: isTrue },
    { type: 'AWS::Redshift::Cluster', attribute: 'Encrypted', expect: isTrue },
  ],
});
