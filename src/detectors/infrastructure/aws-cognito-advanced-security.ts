import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsCognitoAdvancedSecurity = defineAttributeRule({
  id: 'aws-cognito-advanced-security',
  title: 'User pool without threat protection',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `advanced_security_mode` to ENFORCED.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  ],
  checks: [
    {
      type: 'aws_cognito_user_pool',
      attribute: 'user_pool_add_ons.advanced_security_mode',
      expect: oneOf(['ENFORCED', 'AUDIT'], 'OFF'),
    },
    {
      type: 'AWS::Cognito::UserPool',
      attribute: 'UserPoolAddOns.AdvancedSecurityMode',
      expect: oneOf(['ENFORCED', 'AUDIT'], 'OFF'),
    },
  ],
});
