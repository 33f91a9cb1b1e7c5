import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesIngressWildcard = defineAttributeRule({
  id: 'kubernetes-ingress-wildcard',
  title: 'Ingress for every subdomain',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Name the hosts.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
  checks: [
    {
      type: 'kubernetes/Ingress',
      attribute: 'spec.rules.host',
      expect: notMatching(/^\*/, 'app.example.com', '*.example.com'),
    },
  ],
});
