import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const awsTaskPublicIp = defineAttributeRule({
  id: 'aws-task-public-ip',
  title: 'Task with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set the public address to disabled and reach it through a load balancer.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_set',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskset.html',
  ],
  checks: [
    {
      type: 'aws_ecs_service',
      within: 'network_configuration',
      attribute: 'assign_public_ip',
      expect: notTrue,
    },
    {
      type: 'aws_ecs_task_set',
      within: 'network_configuration',
      attribute: 'assign_public_ip',
      expect: notTrue,
    },
    {
      type: 'AWS::ECS::Service',
      attribute: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
      expect: noneOf(['enabled'], 'DISABLED'),
    },
    {
      type: 'AWS::ECS::TaskSet',
      attribute: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
      expect: noneOf(['enabled'], 'DISABLED'),
    },
  ],
});
