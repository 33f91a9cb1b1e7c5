import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesOldRegistry = defineAttributeRule({
  id: 'kubernetes-old-registry',
  title: 'Image of the registry that is frozen',
  concern: 'maintenance',
  severity: 'low',
  fix: 'Use registry.k8s.io.',
  references: ['https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: notMatching(
        /^(?:k8s\.gcr\.io|gcr\.io\/google_containers)\//,
        'registry.k8s.io/pause:3.10',
        'k8s.gcr.io/pause:3.2',
      ),
    },
  ],
});
