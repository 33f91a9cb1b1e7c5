import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsCognitoDeletionProtection = defineAttributeRule({
  id: 'aws-cognito-deletion-protection',
  title: 'User pool that can be deleted by mistake',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `deletion_protection` to ACTIVE.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  ],
  checks: [
    {
      type: 'aws_cognito_user_pool',
      attribute: 'deletion_protection',
      expect: oneOf(['ACTIVE'], 'INACTIVE'),
    },
    {
      type: 'AWS::Cognito::UserPool',
      attribute: 'DeletionProtection',
      expect: oneOf(['ACTIVE'], 'INACTIVE'),
    },
  ],
});
