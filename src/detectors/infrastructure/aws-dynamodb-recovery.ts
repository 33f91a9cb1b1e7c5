import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsDynamodbRecovery = defineAttributeRule({
  id: 'aws-dynamodb-recovery',
  title: 'DynamoDB table without point-in-time recovery',
  concern: 'backup',
  fix: 'Enable `point_in_time_recovery`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  ],
  checks: [
    { type: 'aws_dynamodb_table', attribute: 'point_in_time_recovery.enabled', expect: isTrue },
    {
      type: 'AWS::DynamoDB::Table',
      attribute: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      expect: isTrue,
    },
  ],
});
