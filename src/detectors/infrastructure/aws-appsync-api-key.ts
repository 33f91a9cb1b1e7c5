import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsAppsyncApiKey = defineAttributeRule({
  id: 'aws-appsync-api-key',
  title: 'AppSync API that trusts an API key only',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Use AWS_IAM, OIDC, Lambda or Cognito.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html',
  ],
  checks: [
    {
      type: 'aws_appsync_graphql_api',
      attribute: 'authentication_type',
      expect: noneOf(['API_KEY'], 'AWS_IAM'),
    },
    {
      type: 'AWS::AppSync::GraphQLApi',
      attribute: 'AuthenticationType',
      expect: noneOf(['API_KEY'], 'AWS_IAM'),
    },
  ],
});
