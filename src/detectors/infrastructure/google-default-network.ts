import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const googleDefaultNetwork = defineAttributeRule({
  id: 'google-default-network',
  title: 'Project with a default network',
  concern: 'hardening',
  fix: 'Set `auto_create_network` to false.',
  references: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project'],
  checks: [{ type: 'google_project', attribute: 'auto_create_network', expect: isFalse }],
});
