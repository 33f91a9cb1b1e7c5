import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isTrue } from './model/expectation.ts';

export const awsKmsRotation = defineAttributeRule({
  id: 'aws-kms-rotation',
  title: 'KMS key without rotation',
  concern: 'hardening',
  fix: 'Set `enable_key_rotation` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
  ],
  checks: [
    {
      type: 'aws_kms_key',
      attribute: 'enable_key_rotation',
      expect: isTrue,
      when: {
        key_usage: ifSetOneOf(['ENCRYPT_DECRYPT'], 'SIGN_VERIFY'),
        customer_master_key_spec: ifSetOneOf(['SYMMETRIC_DEFAULT'], 'RSA_2048'),
        key_spec: ifSetOneOf(['SYMMETRIC_DEFAULT'], 'RSA_2048'),
      },
    },
    {
      type: 'AWS::KMS::Key',
      attribute: 'EnableKeyRotation',
      expect: isTrue,
      when: {
        KeyUsage: ifSetOneOf(['ENCRYPT_DECRYPT'], 'SIGN_VERIFY'),
        KeySpec: ifSetOneOf(['SYMMETRIC_DEFAULT'], 'RSA_2048'),
      },
    },
  ],
});
