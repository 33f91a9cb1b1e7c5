import { defineCompanionRule } from './define-companion-rule.ts';

export const awsSecretRotation = defineCompanionRule({
  id: 'aws-secret-rotation',
  title: 'Secret that is never rotated',
  concern: 'maintenance',
  severity: 'low',
  fix: 'Add a rotation for the secret.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_rotation',
  ],
  checks: [
    {
      type: 'aws_secretsmanager_secret',
      companion: { type: 'aws_secretsmanager_secret_rotation', link: 'secret_id' },
    },
    {
      type: 'AWS::SecretsManager::Secret',
      companion: { type: 'AWS::SecretsManager::RotationSchedule', link: 'SecretId' },
    },
  ],
});
