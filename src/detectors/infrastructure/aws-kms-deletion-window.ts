import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const awsKmsDeletionWindow = defineAttributeRule({
  id: 'aws-kms-deletion-window',
  title: 'KMS key with a short deletion window',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `deletion_window_in_days` to at least 14.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
  ],
  checks: [
    { type: 'aws_kms_key', attribute: 'deletion_window_in_days', expect: ifSetAtLeast(14) },
    { type: 'AWS::KMS::Key', attribute: 'PendingWindowInDays', expect: ifSetAtLeast(14) },
  ],
});
