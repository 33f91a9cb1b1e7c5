import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleNotebookProxy = defineAttributeRule({
  id: 'google-notebook-proxy',
  title: 'Notebook that the web proxy opens',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `no_proxy_access`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance',
  ],
  checks: [{ type: 'google_notebooks_instance', attribute: 'no_proxy_access', expect: notFalse }],
});
