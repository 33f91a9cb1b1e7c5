import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const kubernetesProcMount = defineAttributeRule({
  id: 'kubernetes-proc-mount',
  title: 'Container with unmasked /proc',
  concern: 'isolation',
  fix: 'Remove `procMount`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.procMount',
      expect: ifSetOneOf(['Default'], 'Unmasked'),
    },
  ],
});
