import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsFunctionUrlOpen = defineAttributeRule({
  id: 'aws-function-url-open',
  title: 'Function that anybody can call',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Use the authorisation type `AWS_IAM`, or check callers in the function.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-function.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_route',
  ],
  checks: [
    { type: 'aws_lambda_function_url', attribute: 'authorization_type', expect: noneOf(['none'], 'AWS_IAM') },
    { type: 'AWS::Lambda::Url', attribute: 'AuthType', expect: noneOf(['none'], 'AWS_IAM') },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'FunctionUrlConfig.AuthType',
      expect: noneOf(['none'], 'AWS_IAM'),
    },
    { type: 'aws_apigatewayv2_route', attribute: 'authorization_type', expect: noneOf(['none'], 'AWS_IAM') },
  ],
});
