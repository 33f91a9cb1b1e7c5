import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notFalse } from './model/expectation.ts';

export const googleLogRetention = defineAttributeRule({
  id: 'google-log-retention',
  title: 'Log that is kept for days, or can be shortened',
  concern: 'logging',
  severity: 'low',
  fix: 'Keep it for at least thirty days, and lock it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_bucket_config',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_folder_bucket_config',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_organization_bucket_config',
  ],
  checks: [
    { type: 'google_logging_project_bucket_config', attribute: 'retention_days', expect: ifSetAtLeast(30) },
    { type: 'google_logging_project_bucket_config', attribute: 'locked', expect: notFalse },
    { type: 'google_logging_folder_bucket_config', attribute: 'retention_days', expect: ifSetAtLeast(30) },
    {
      type: 'google_logging_organization_bucket_config',
      attribute: 'retention_days',
      expect: ifSetAtLeast(30),
    },
  ],
});
