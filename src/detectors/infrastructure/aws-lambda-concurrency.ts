import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsLambdaConcurrency = defineAttributeRule({
  id: 'aws-lambda-concurrency',
  title: 'Function without a limit of its own',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `reserved_concurrent_executions`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html',
  ],
  checks: [
    { type: 'aws_lambda_function', attribute: 'reserved_concurrent_executions', expect: atLeast(0) },
    { type: 'AWS::Lambda::Function', attribute: 'ReservedConcurrentExecutions', expect: atLeast(0) },
    { type: 'AWS::Serverless::Function', attribute: 'ReservedConcurrentExecutions', expect: atLeast(0) },
  ],
});
