import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsEcsContainerInsights = defineAttributeRule({
  id: 'aws-ecs-container-insights',
  title: 'ECS cluster without container insights',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the setting containerInsights to enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html',
  ],
  checks: [
    {
      type: 'aws_ecs_cluster',
      attribute: 'setting.value',
      expect: oneOf(['enabled', 'enhanced'], 'disabled'),
    },
    {
      type: 'AWS::ECS::Cluster',
      attribute: 'ClusterSettings.Value',
      expect: oneOf(['enabled', 'enhanced'], 'disabled'),
    },
  ],
});
