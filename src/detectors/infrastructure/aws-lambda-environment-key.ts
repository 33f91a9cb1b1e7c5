import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsLambdaEnvironmentKey = defineAttributeRule({
  id: 'aws-lambda-environment-key',
  title: 'Variables of a function without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'kms_key_arn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
      when: { 'environment.variables': isPresent({ STAGE: 'test' }) },
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'KmsKeyArn',
      expect: isPresent('arn:aws:kms:eu-west-1:123456789012:key/a'),
      when: { 'Environment.Variables': isPresent({ STAGE: 'test' }) },
    },
  ],
});
