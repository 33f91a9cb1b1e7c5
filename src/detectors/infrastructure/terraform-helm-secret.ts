import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, matching } from './model/expectation.ts';

export const terraformHelmSecret = defineAttributeRule({
  id: 'terraform-helm-secret',
  title: 'Secret in the values of a release',
  concern: 'plain-secret',
  fix: 'Use `set_sensitive` with a value from a secret store.',
  references: ['https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release'],
  checks: [
    {
      type: 'helm_release',
      within: 'set',
      attribute: 'value',
      expect: isAbsent('example-value'),
      when: { name: matching(/(?:password|passwd|secret|token|api_?key)$/, 'auth.password', 'replicas') },
    },
    { type: 'helm_release', within: 'set_sensitive', attribute: 'value', expect: isAbsent('example-value') },
  ],
});
