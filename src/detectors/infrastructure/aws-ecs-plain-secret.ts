import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, matching } from './model/expectation.ts';

export const awsEcsPlainSecret = defineAttributeRule({
  id: 'aws-ecs-plain-secret',
  title: 'Container variable of a task that holds a secret in plain text',
  concern: 'plain-secret',
  fix: 'Use `secrets` with Secrets Manager or Parameter Store.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  checks: [
    {
      type: 'aws_ecs_task_definition',
      within: 'container_definitions.environment',
      attribute: 'value',
      expect: isAbsent('example-value'),
      when: { name: matching(/password|passwd|secret|token|api_?key|access_?key/, 'DB_PASSWORD', 'STAGE') },
    },
    {
      type: 'AWS::ECS::TaskDefinition',
      within: 'ContainerDefinitions.Environment',
      attribute: 'Value',
      expect: isAbsent('example-value'),
      when: { Name: matching(/password|passwd|secret|token|api_?key|access_?key/, 'DB_PASSWORD', 'STAGE') },
    },
  ],
});
