import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notMatching } from './model/expectation.ts';

export const awsEmrRestEncryption = defineAttributeRule({
  id: 'aws-emr-rest-encryption',
  title: 'EMR security configuration without encryption at rest',
  concern: 'encryption-at-rest',
  fix: 'Set EnableAtRestEncryption to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-securityconfiguration.html',
  ],
  checks: [
    {
      type: 'aws_emr_security_configuration',
      attribute: 'configuration',
      expect: notMatching(
        /"enableatrestencryption"\s*:\s*false/,
        '{"EncryptionConfiguration": {"EnableAtRestEncryption": true}}',
        '{"EncryptionConfiguration": {"EnableAtRestEncryption": false}}',
      ),
    },
    {
      type: 'AWS::EMR::SecurityConfiguration',
      attribute: 'SecurityConfiguration.EncryptionConfiguration.EnableAtRestEncryption',
      expect: isTrue,
    },
  ],
});
