import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsRedshiftClassic = defineAttributeRule({
  id: 'aws-redshift-classic',
  title: 'Redshift security group of the classic network',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Use a VPC security group.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_security_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-clustersecuritygroup.html',
  ],
  checks: [
    { type: 'aws_redshift_security_group', attribute: 'name', expect: isAbsent('classic') },
    { type: 'AWS::Redshift::ClusterSecurityGroup', attribute: 'Description', expect: isAbsent('classic') },
  ],
});
