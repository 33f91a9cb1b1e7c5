import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset } from './model/expectation.ts';

export const awsSamApiAuthorizer = defineAttributeRule({
  id: 'aws-sam-api-authorizer',
  title: 'SAM API without an authoriser',
  concern: 'authentication',
  severity: 'low',
  confidence: 'medium',
  fix: 'Set `Auth.DefaultAuthorizer`, unless the whole API is public.',
  references: [
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html',
  ],
  checks: [
    {
      type: 'AWS::Serverless::Api',
      attribute: 'Auth.DefaultAuthorizer',
      expect: isPresent('AWS_IAM'),
      when: { 'Auth.ApiKeyRequired': isUnset(), DefinitionBody: isUnset(), DefinitionUri: isUnset() },
    },
    {
      type: 'AWS::Serverless::HttpApi',
      attribute: 'Auth.DefaultAuthorizer',
      expect: isPresent('AWS_IAM'),
      when: { 'Auth.ApiKeyRequired': isUnset(), DefinitionBody: isUnset(), DefinitionUri: isUnset() },
    },
  ],
});
