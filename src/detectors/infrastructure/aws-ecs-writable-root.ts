import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsEcsWritableRoot = defineAttributeRule({
  id: 'aws-ecs-writable-root',
  title: 'Container of a task that may write to its own file system',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `readonlyRootFilesystem`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  checks: [
    {
      type: 'aws_ecs_task_definition',
      within: 'container_definitions',
      attribute: 'readonlyRootFilesystem',
      expect: isTrue,
    },
    {
      type: 'AWS::ECS::TaskDefinition',
      within: 'ContainerDefinitions',
      attribute: 'ReadonlyRootFilesystem',
      expect: isTrue,
    },
  ],
});
