import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsEcsVolumeEncryption = defineAttributeRule({
  id: 'aws-ecs-volume-encryption',
  title: 'ECS task volume without transit encryption',
  concern: 'encryption-in-transit',
  fix: 'Set `transit_encryption` to ENABLED.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  ],
  checks: [
    {
      type: 'aws_ecs_task_definition',
      within: 'volume.efs_volume_configuration',
      attribute: 'transit_encryption',
      expect: oneOf(['ENABLED'], 'DISABLED'),
    },
    {
      type: 'AWS::ECS::TaskDefinition',
      within: 'Volumes.EFSVolumeConfiguration',
      attribute: 'TransitEncryption',
      expect: oneOf(['ENABLED'], 'DISABLED'),
    },
  ],
});
