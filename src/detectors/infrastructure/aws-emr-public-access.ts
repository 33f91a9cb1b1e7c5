import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsEmrPublicAccess = defineAttributeRule({
  id: 'aws-emr-public-access',
  title: 'EMR that lets clusters be public',
  concern: 'public-exposure',
  fix: 'Set `block_public_security_group_rules`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_block_public_access_configuration',
  ],
  checks: [
    {
      type: 'aws_emr_block_public_access_configuration',
      attribute: 'block_public_security_group_rules',
      expect: isTrue,
    },
  ],
});
