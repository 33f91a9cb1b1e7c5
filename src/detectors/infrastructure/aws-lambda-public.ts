import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsLambdaPublic = defineAttributeRule({
  id: 'aws-lambda-public',
  title: 'Lambda function open to everybody',
  concern: 'public-exposure',
  fix: 'Set `authorization_type` to AWS_IAM, or name the principal.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
  ],
  checks: [
    { type: 'aws_lambda_function_url', attribute: 'authorization_type', expect: noneOf(['NONE'], 'AWS_IAM') },
    { type: 'AWS::Lambda::Url', attribute: 'AuthType', expect: noneOf(['NONE'], 'AWS_IAM') },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'FunctionUrlConfig.AuthType',
      expect: noneOf(['NONE'], 'AWS_IAM'),
    },
    { type: 'aws_lambda_permission', attribute: 'principal', expect: noneOf(['*'], 's3.amazonaws.com') },
    { type: 'AWS::Lambda::Permission', attribute: 'Principal', expect: noneOf(['*'], 's3.amazonaws.com') },
  ],
});
