import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRdsMultiZone = defineAttributeRule({
  id: 'aws-rds-multi-zone',
  title: 'Database in one zone',
  concern: 'availability',
  fix: 'Set `multi_az`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'multi_az', expect: isTrue },
    { type: 'AWS::RDS::DBInstance', attribute: 'MultiAZ', expect: isTrue },
  ],
});
