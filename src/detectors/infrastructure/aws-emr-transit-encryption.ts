import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notMatching } from './model/expectation.ts';

export const awsEmrTransitEncryption = defineAttributeRule({
  id: 'aws-emr-transit-encryption',
  title: 'EMR security configuration without encryption in transit',
  concern: 'encryption-in-transit',
  fix: 'Set EnableInTransitEncryption to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-securityconfiguration.html',
  ],
  checks: [
    {
      type: 'aws_emr_security_configuration',
      attribute: 'configuration',
      expect: notMatching(
        /"enableintransitencryption"\s*:\s*false/,
        '{"EncryptionConfiguration": {"EnableInTransitEncryption": true}}',
        '{"EncryptionConfiguration": {"EnableInTransitEncryption": false}}',
      ),
    },
    {
      type: 'AWS::EMR::SecurityConfiguration',
      attribute: 'SecurityConfiguration.EncryptionConfiguration.EnableInTransitEncryption',
      expect: isTrue,
    },
  ],
});
