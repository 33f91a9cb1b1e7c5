import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsSamApiTracing = defineAttributeRule({
  id: 'aws-sam-api-tracing',
  title: 'SAM API without tracing',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `TracingEnabled` to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-api.html',
  ],
  checks: [{ type: 'AWS::Serverless::Api', attribute: 'TracingEnabled', expect: isTrue }],
});
