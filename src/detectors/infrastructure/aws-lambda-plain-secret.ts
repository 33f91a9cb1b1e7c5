import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsLambdaPlainSecret = defineAttributeRule({
  id: 'aws-lambda-plain-secret',
  title: 'Function variable that holds a secret in plain text',
  concern: 'plain-secret',
  fix: 'Read it from Secrets Manager at run time.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.DB_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.DATABASE_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.SECRET_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.API_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.API_TOKEN',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.AWS_SECRET_ACCESS_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'aws_lambda_function',
      attribute: 'environment.variables.JWT_SECRET',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.DB_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.DATABASE_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.SECRET_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.API_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.API_TOKEN',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.AWS_SECRET_ACCESS_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'Environment.Variables.JWT_SECRET',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.DB_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.DATABASE_PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.PASSWORD',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.SECRET_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.API_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.API_TOKEN',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.AWS_SECRET_ACCESS_KEY',
      expect: isAbsent('example-value'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Environment.Variables.JWT_SECRET',
      expect: isAbsent('example-value'),
    },
  ],
});
