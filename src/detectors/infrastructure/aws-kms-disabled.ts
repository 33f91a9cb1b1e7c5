import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsKmsDisabled = defineAttributeRule({
  id: 'aws-kms-disabled',
  title: 'KMS key that is switched off',
  concern: 'availability',
  severity: 'low',
  fix: 'Leave the key enabled, or schedule its deletion.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_external_key',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
  ],
  checks: [
    { type: 'aws_kms_key', attribute: 'is_enabled', expect: notFalse },
    { type: 'aws_kms_external_key', attribute: 'enabled', expect: notFalse },
    { type: 'AWS::KMS::Key', attribute: 'Enabled', expect: notFalse },
  ],
});
