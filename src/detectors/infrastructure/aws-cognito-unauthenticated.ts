import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsCognitoUnauthenticated = defineAttributeRule({
  id: 'aws-cognito-unauthenticated',
  title: 'Identity pool for unauthenticated callers',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `allow_unauthenticated_identities` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_identity_pool',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html',
  ],
  checks: [
    { type: 'aws_cognito_identity_pool', attribute: 'allow_unauthenticated_identities', expect: notTrue },
    { type: 'AWS::Cognito::IdentityPool', attribute: 'AllowUnauthenticatedIdentities', expect: notTrue },
  ],
});
