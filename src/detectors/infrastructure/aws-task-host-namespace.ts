import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsTaskHostNamespace = defineAttributeRule({
  id: 'aws-task-host-namespace',
  title: 'Task that shares its host’s processes or memory',
  concern: 'isolation',
  fix: 'Leave `pid_mode` and `ipc_mode` at their defaults.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  checks: [
    { type: 'aws_ecs_task_definition', attribute: 'pid_mode', expect: noneOf(['host'], 'task') },
    { type: 'aws_ecs_task_definition', attribute: 'ipc_mode', expect: noneOf(['host'], 'task') },
    { type: 'AWS::ECS::TaskDefinition', attribute: 'PidMode', expect: noneOf(['host'], 'task') },
    { type: 'AWS::ECS::TaskDefinition', attribute: 'IpcMode', expect: noneOf(['host'], 'task') },
  ],
});
