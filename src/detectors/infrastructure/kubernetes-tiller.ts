import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesTiller = defineAttributeRule({
  id: 'kubernetes-tiller',
  title: 'Tiller deployed',
  concern: 'least-privilege',
  fix: 'Move to Helm 3, which needs no server.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: notMatching(/(?:^|\/)tiller(?::|@|$)/, 'app:1.2.3', 'gcr.io/kubernetes-helm/tiller:v2.16.0'),
    },
  ],
});
