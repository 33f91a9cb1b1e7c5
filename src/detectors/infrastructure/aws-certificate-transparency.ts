import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsCertificateTransparency = defineAttributeRule({
  id: 'aws-certificate-transparency',
  title: 'Certificate that is kept out of the transparency logs',
  concern: 'hardening',
  severity: 'low',
  fix: 'Leave transparency logging enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html',
  ],
  checks: [
    {
      type: 'aws_acm_certificate',
      attribute: 'options.certificate_transparency_logging_preference',
      expect: noneOf(['DISABLED'], 'ENABLED'),
    },
    {
      type: 'AWS::CertificateManager::Certificate',
      attribute: 'CertificateTransparencyLoggingPreference',
      expect: noneOf(['DISABLED'], 'ENABLED'),
    },
  ],
});
