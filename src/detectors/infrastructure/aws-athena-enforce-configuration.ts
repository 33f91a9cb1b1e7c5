import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsAthenaEnforceConfiguration = defineAttributeRule({
  id: 'aws-athena-enforce-configuration',
  title: 'Athena workgroup whose clients may override its settings',
  concern: 'encryption-at-rest',
  fix: 'Set `configuration.enforce_workgroup_configuration` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html',
  ],
  checks: [
    {
      type: 'aws_athena_workgroup',
      attribute: 'configuration.enforce_workgroup_configuration',
      expect: notFalse,
    },
    {
      type: 'AWS::Athena::WorkGroup',
      attribute: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      expect: isTrue,
    },
  ],
});
