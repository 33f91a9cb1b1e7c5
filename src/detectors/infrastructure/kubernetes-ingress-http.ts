import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notFalse } from './model/expectation.ts';

export const kubernetesIngressHttp = defineAttributeRule({
  id: 'kubernetes-ingress-http',
  title: 'Ingress without TLS',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Add `spec.tls`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/Ingress', attribute: 'spec.tls', expect: isPresent([{ secretName: 'tls' }]) },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/ssl-redirect',
      expect: notFalse,
    },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/force-ssl-redirect',
      expect: notFalse,
    },
  ],
});
