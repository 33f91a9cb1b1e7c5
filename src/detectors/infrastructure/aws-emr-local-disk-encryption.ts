import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, matching } from './model/expectation.ts';

export const awsEmrLocalDiskEncryption = defineAttributeRule({
  id: 'aws-emr-local-disk-encryption',
  title: 'EMR security configuration without local disk encryption',
  concern: 'encryption-at-rest',
  fix: 'Add LocalDiskEncryptionConfiguration.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-securityconfiguration.html',
  ],
  checks: [
    {
      type: 'aws_emr_security_configuration',
      attribute: 'configuration',
      expect: matching(/localdiskencryptionconfiguration/, '{"LocalDiskEncryptionConfiguration": {}}', '{}'),
    },
    {
      type: 'AWS::EMR::SecurityConfiguration',
      attribute:
        'SecurityConfiguration.EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration',
      expect: isPresent(),
    },
  ],
});
