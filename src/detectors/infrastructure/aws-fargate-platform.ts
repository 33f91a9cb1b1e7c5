import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const awsFargatePlatform = defineAttributeRule({
  id: 'aws-fargate-platform',
  title: 'Service that stays on an old platform',
  concern: 'maintenance',
  severity: 'low',
  fix: 'Leave `platform_version` at LATEST.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_set',
  ],
  checks: [
    {
      type: 'aws_ecs_service',
      attribute: 'platform_version',
      expect: ifSetOneOf(['LATEST'], '1.3.0'),
      when: { launch_type: ifSetOneOf(['FARGATE'], 'EC2') },
    },
    { type: 'AWS::ECS::Service', attribute: 'PlatformVersion', expect: ifSetOneOf(['LATEST'], '1.3.0') },
    { type: 'aws_ecs_task_set', attribute: 'platform_version', expect: ifSetOneOf(['LATEST'], '1.3.0') },
  ],
});
