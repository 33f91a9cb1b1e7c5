import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsEmrSecurityConfiguration = defineAttributeRule({
  id: 'aws-emr-security-configuration',
  title: 'EMR cluster without a security configuration',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Name a `security_configuration`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-cluster.html',
  ],
  checks: [
    { type: 'aws_emr_cluster', attribute: 'security_configuration', expect: isPresent('encrypted') },
    { type: 'AWS::EMR::Cluster', attribute: 'SecurityConfiguration', expect: isPresent('encrypted') },
  ],
});
