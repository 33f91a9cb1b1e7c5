import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const googleAuditExemption = defineAttributeRule({
  id: 'google-audit-exemption',
  title: 'Audit log that leaves accounts out',
  concern: 'logging',
  fix: 'Take out `exempted_members`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_audit_config',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_audit_config',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_audit_config',
  ],
  checks: [
    {
      type: 'google_project_iam_audit_config',
      attribute: 'audit_log_config.exempted_members',
      expect: isUnset(['user:jane@example.com']),
    },
    {
      type: 'google_folder_iam_audit_config',
      attribute: 'audit_log_config.exempted_members',
      expect: isUnset(['user:jane@example.com']),
    },
    {
      type: 'google_organization_iam_audit_config',
      attribute: 'audit_log_config.exempted_members',
      expect: isUnset(['user:jane@example.com']),
    },
  ],
});
