import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const helmRootUser = defineAttributeRule({
  id: 'helm-root-user',
  title: 'Chart values that run as root',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Name a user above 0 and set `runAsNonRoot`.',
  references: [
    'https://helm.sh/docs/chart_template_guide/values_files/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  checks: [
    { type: 'helm/values', attribute: 'runAsUser', expect: noneOf(['0'], 1000) },
    { type: 'helm/values', attribute: 'runAsGroup', expect: noneOf(['0'], 1000) },
    { type: 'helm/values', attribute: 'runAsNonRoot', expect: notFalse },
  ],
});
