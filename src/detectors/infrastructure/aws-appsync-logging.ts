import { defineAttributeRule } from './define-attribute-rule.ts';
import { setNoneOf } from './model/expectation.ts';

export const awsAppsyncLogging = defineAttributeRule({
  id: 'aws-appsync-logging',
  title: 'AppSync API without logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a `log_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html',
  ],
  checks: [
    {
      type: 'aws_appsync_graphql_api',
      attribute: 'log_config.field_log_level',
      expect: setNoneOf(['NONE'], 'ERROR'),
    },
    {
      type: 'AWS::AppSync::GraphQLApi',
      attribute: 'LogConfig.FieldLogLevel',
      expect: setNoneOf(['NONE'], 'ERROR'),
    },
  ],
});
