import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesReadinessProbe = defineAttributeRule({
  id: 'kubernetes-readiness-probe',
  title: 'Container without a readiness probe',
  concern: 'availability',
  severity: 'info',
  fix: 'Set a `readinessProbe`.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/Deployment',
      attribute: 'spec.template.spec.containers.readinessProbe',
      expect: isPresent({ httpGet: { path: '/ready', port: 8080 } }),
    },
    {
      type: 'kubernetes/StatefulSet',
      attribute: 'spec.template.spec.containers.readinessProbe',
      expect: isPresent({ httpGet: { path: '/ready', port: 8080 } }),
    },
    {
      type: 'kubernetes/DaemonSet',
      attribute: 'spec.template.spec.containers.readinessProbe',
      expect: isPresent({ httpGet: { path: '/ready', port: 8080 } }),
    },
  ],
});
