import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const awsDefaultSecurityGroupRules = defineAttributeRule({
  id: 'aws-default-security-group-rules',
  title: 'Default security group that lets traffic through',
  concern: 'open-network',
  severity: 'low',
  fix: 'Take all rules out of the default group and give resources groups of their own.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group',
  ],
  checks: [
    {
      type: 'aws_default_security_group',
      attribute: 'ingress',
      expect: isUnset({ protocol: '-1', self: true }),
    },
    { type: 'aws_default_security_group', attribute: 'egress', expect: isUnset({ protocol: '-1' }) },
  ],
});
