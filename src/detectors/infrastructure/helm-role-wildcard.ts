import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const helmRoleWildcard = defineAttributeRule({
  id: 'helm-role-wildcard',
  title: 'Chart whose role may do everything',
  concern: 'least-privilege',
  fix: 'Name the verbs and resources.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'helm/values',
      within: 'rules',
      attribute: 'verbs',
      expect: noneOf(['*'], ['get']),
      when: { resources: anyMatching(/^\*$/, ['*']) },
    },
  ],
});
