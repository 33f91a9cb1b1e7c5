import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsMailTls = defineAttributeRule({
  id: 'aws-mail-tls',
  title: 'Mail that may be sent without TLS',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Set `tls_policy` to Require.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ses_configuration_set',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sesv2_configuration_set',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-configurationset.html',
  ],
  checks: [
    {
      type: 'aws_ses_configuration_set',
      attribute: 'delivery_options.tls_policy',
      expect: oneOf(['Require'], 'Optional'),
    },
    {
      type: 'aws_sesv2_configuration_set',
      attribute: 'delivery_options.tls_policy',
      expect: oneOf(['REQUIRE'], 'OPTIONAL'),
    },
    {
      type: 'AWS::SES::ConfigurationSet',
      attribute: 'DeliveryOptions.TlsPolicy',
      expect: oneOf(['REQUIRE'], 'OPTIONAL'),
    },
  ],
});
