import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsLambdaTracing = defineAttributeRule({
  id: 'aws-lambda-tracing',
  title: 'Lambda function without tracing',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `tracing_config.mode` to Active.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'tracing_config.mode',
      expect: oneOf(['Active'], 'PassThrough'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'TracingConfig.Mode',
      expect: oneOf(['Active'], 'PassThrough'),
    },
    { type: 'AWS::Serverless::Function', attribute: 'Tracing', expect: oneOf(['Active'], 'PassThrough') },
  ],
});
