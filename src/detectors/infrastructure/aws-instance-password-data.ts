import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsInstancePasswordData = defineAttributeRule({
  id: 'aws-instance-password-data',
  title: 'Instance whose administrator password lands in the state',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Leave `get_password_data` at false.',
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance'],
  checks: [{ type: 'aws_instance', attribute: 'get_password_data', expect: notTrue }],
});
