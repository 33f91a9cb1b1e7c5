import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtMost } from './model/expectation.ts';

export const awsSecretRotationDays = defineAttributeRule({
  id: 'aws-secret-rotation-days',
  title: 'Secret rotated less than every 90 days',
  concern: 'maintenance',
  fix: 'Set `automatically_after_days` to 90 or less.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_rotation',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html',
  ],
  checks: [
    {
      type: 'aws_secretsmanager_secret_rotation',
      attribute: 'rotation_rules.automatically_after_days',
      expect: ifSetAtMost(90),
    },
    {
      type: 'AWS::SecretsManager::RotationSchedule',
      attribute: 'RotationRules.AutomaticallyAfterDays',
      expect: ifSetAtMost(90),
    },
  ],
});
