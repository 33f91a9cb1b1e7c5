import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleRunInvoker = defineAttributeRule({
  id: 'google-run-invoker',
  title: 'Service that anybody may call',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Remove `invoker_iam_disabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
  ],
  checks: [{ type: 'google_cloud_run_v2_service', attribute: 'invoker_iam_disabled', expect: notTrue }],
});
