import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const kubernetesSecretVariable = defineAttributeRule({
  id: 'kubernetes-secret-variable',
  title: 'Secret handed over in a variable',
  concern: 'hardening',
  severity: 'info',
  fix: 'Mount it as a file.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'env.valueFrom.secretKeyRef',
      expect: isUnset({ name: 'database', key: 'password' }),
    },
    { type: 'kubernetes/container', attribute: 'envFrom.secretRef', expect: isUnset({ name: 'database' }) },
  ],
});
