import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset, notTrue } from './model/expectation.ts';

export const kubernetesIngressSnippet = defineAttributeRule({
  id: 'kubernetes-ingress-snippet',
  title: 'Ingress that writes into the proxy’s configuration',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Use annotations that cannot run code, and set `allow-snippet-annotations` to false.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/server-snippet',
      expect: isUnset('more_set_headers "X: y";'),
    },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/configuration-snippet',
      expect: isUnset('more_set_headers "X: y";'),
    },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/auth-snippet',
      expect: isUnset('more_set_headers "X: y";'),
    },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/modsecurity-snippet',
      expect: isUnset('more_set_headers "X: y";'),
    },
    {
      type: 'kubernetes/Ingress',
      attribute: 'metadata.annotations.nginx\\.ingress\\.kubernetes\\.io/stream-snippet',
      expect: isUnset('more_set_headers "X: y";'),
    },
    { type: 'kubernetes/ConfigMap', attribute: 'data.allow-snippet-annotations', expect: notTrue },
    { type: 'helm/values', attribute: 'allowSnippetAnnotations', expect: notTrue },
  ],
});
