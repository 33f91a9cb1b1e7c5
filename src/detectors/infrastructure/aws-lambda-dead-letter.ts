import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsLambdaDeadLetter = defineAttributeRule({
  id: 'aws-lambda-dead-letter',
  title: 'Function whose failed events are lost',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `dead_letter_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  checks: [
    {
      type: 'aws_lambda_function',
      attribute: 'dead_letter_config.target_arn',
      expect: isPresent('arn:aws:sqs:eu-west-1:123456789012:failed'),
    },
    {
      type: 'AWS::Lambda::Function',
      attribute: 'DeadLetterConfig.TargetArn',
      expect: isPresent('arn:aws:sqs:eu-west-1:123456789012:failed'),
    },
  ],
});
