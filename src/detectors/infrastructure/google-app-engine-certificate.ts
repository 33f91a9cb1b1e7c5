import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleAppEngineCertificate = defineAttributeRule({
  id: 'google-app-engine-certificate',
  title: 'Domain whose certificate is not renewed',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Let Google manage the certificate.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_domain_mapping',
  ],
  checks: [
    {
      type: 'google_app_engine_domain_mapping',
      attribute: 'ssl_settings.ssl_management_type',
      expect: noneOf(['MANUAL'], 'AUTOMATIC'),
    },
  ],
});
