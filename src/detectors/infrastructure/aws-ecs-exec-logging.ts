import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsEcsExecLogging = defineAttributeRule({
  id: 'aws-ecs-exec-logging',
  title: 'Shells in containers that leave no log',
  concern: 'logging',
  fix: 'Set `logging` to OVERRIDE with a log group, or leave DEFAULT.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html',
  ],
  checks: [
    {
      type: 'aws_ecs_cluster',
      attribute: 'configuration.execute_command_configuration.logging',
      expect: noneOf(['NONE'], 'OVERRIDE'),
    },
    {
      type: 'AWS::ECS::Cluster',
      attribute: 'Configuration.ExecuteCommandConfiguration.Logging',
      expect: noneOf(['NONE'], 'OVERRIDE'),
    },
  ],
});
