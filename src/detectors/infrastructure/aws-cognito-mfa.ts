import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsCognitoMfa = defineAttributeRule({
  id: 'aws-cognito-mfa',
  title: 'User pool without a second factor',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `mfa_configuration` to ON or OPTIONAL.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  ],
  checks: [
    {
      type: 'aws_cognito_user_pool',
      attribute: 'mfa_configuration',
      expect: oneOf(['ON', 'OPTIONAL'], 'OFF'),
    },
    {
      type: 'AWS::Cognito::UserPool',
      attribute: 'MfaConfiguration',
      expect: oneOf(['ON', 'OPTIONAL'], 'OFF'),
    },
  ],
});
