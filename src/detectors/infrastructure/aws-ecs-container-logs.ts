import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsEcsContainerLogs = defineAttributeRule({
  id: 'aws-ecs-container-logs',
  title: 'Container of a task without a log',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `logConfiguration`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  checks: [
    {
      type: 'aws_ecs_task_definition',
      within: 'container_definitions',
      attribute: 'logConfiguration.logDriver',
      expect: isPresent('awslogs'),
    },
    {
      type: 'AWS::ECS::TaskDefinition',
      within: 'ContainerDefinitions',
      attribute: 'LogConfiguration.LogDriver',
      expect: isPresent('awslogs'),
    },
  ],
});
