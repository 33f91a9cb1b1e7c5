import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsCognitoClientFlow = defineAttributeRule({
  id: 'aws-cognito-client-flow',
  title: 'Sign-in that hands passwords or tokens to the browser',
  concern: 'authentication',
  severity: 'low',
  fix: 'Use SRP and the authorisation code grant.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool_client',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html',
  ],
  checks: [
    {
      type: 'aws_cognito_user_pool_client',
      attribute: 'explicit_auth_flows',
      expect: noneOf(['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'], ['ALLOW_USER_SRP_AUTH']),
    },
    {
      type: 'aws_cognito_user_pool_client',
      attribute: 'allowed_oauth_flows',
      expect: noneOf(['implicit'], ['code']),
    },
    {
      type: 'AWS::Cognito::UserPoolClient',
      attribute: 'ExplicitAuthFlows',
      expect: noneOf(['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'], ['ALLOW_USER_SRP_AUTH']),
    },
    {
      type: 'AWS::Cognito::UserPoolClient',
      attribute: 'AllowedOAuthFlows',
      expect: noneOf(['implicit'], ['code']),
    },
  ],
});
