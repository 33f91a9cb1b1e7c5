import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, matching } from './model/expectation.ts';

export const awsLambdaSourceArn = defineAttributeRule({
  id: 'aws-lambda-source-arn',
  title: 'Lambda permission for a service without its source',
  concern: 'least-privilege',
  fix: 'Set `source_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  ],
  checks: [
    {
      type: 'aws_lambda_permission',
      attribute: 'source_arn',
      expect: isPresent(),
      when: { principal: matching(/amazonaws\.com/, 's3.amazonaws.com', '*') },
    },
    {
      type: 'AWS::Lambda::Permission',
      attribute: 'SourceArn',
      expect: isPresent(),
      when: { Principal: matching(/amazonaws\.com/, 's3.amazonaws.com', '*') },
    },
  ],
});
