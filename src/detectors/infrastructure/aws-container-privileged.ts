import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsContainerPrivileged = defineAttributeRule({
  id: 'aws-container-privileged',
  title: 'Container with the rights of its host',
  concern: 'isolation',
  fix: 'Remove `privileged`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/batch_job_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html',
  ],
  checks: [
    { type: 'aws_ecs_task_definition', attribute: 'container_definitions.privileged', expect: notTrue },
    { type: 'aws_batch_job_definition', attribute: 'container_properties.privileged', expect: notTrue },
    {
      type: 'AWS::ECS::TaskDefinition',
      within: 'ContainerDefinitions',
      attribute: 'Privileged',
      expect: notTrue,
    },
    { type: 'AWS::Batch::JobDefinition', attribute: 'ContainerProperties.Privileged', expect: notTrue },
  ],
});
