import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsSamTableEncryption = defineAttributeRule({
  id: 'aws-sam-table-encryption',
  title: 'SAM table without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `SSESpecification.SSEEnabled` to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-simpletable.html',
  ],
  checks: [
    { type: 'AWS::Serverless::SimpleTable', attribute: 'SSESpecification.SSEEnabled', expect: isTrue },
  ],
});
