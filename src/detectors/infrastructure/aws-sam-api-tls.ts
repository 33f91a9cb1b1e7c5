import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, oneOf } from './model/expectation.ts';

export const awsSamApiTls = defineAttributeRule({
  id: 'aws-sam-api-tls',
  title: 'SAM API domain with an old TLS policy',
  concern: 'weak-tls',
  fix: 'Set `Domain.SecurityPolicy` to TLS_1_2.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-api.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-httpapi.html',
  ],
  checks: [
    {
      type: 'AWS::Serverless::Api',
      attribute: 'Domain.SecurityPolicy',
      expect: oneOf(['TLS_1_2'], 'TLS_1_0'),
    },
    {
      type: 'AWS::Serverless::HttpApi',
      attribute: 'Domain.SecurityPolicy',
      expect: ifSetOneOf(['TLS_1_2'], 'TLS_1_0'),
    },
  ],
});
