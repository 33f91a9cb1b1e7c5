import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const kubernetesLatestImage = defineAttributeRule({
  id: 'kubernetes-latest-image',
  title: 'Image without a fixed version',
  concern: 'integrity',
  fix: 'Name a version or, better, a digest.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: notMatching(/^(?:[^@]*:latest|[^:@]+|[^:@]+:\d+\/[^:@]+)$/, 'app:1.2.3', 'app:latest'),
    },
    { type: 'kubernetes/Kustomization', attribute: 'images.newTag', expect: noneOf(['latest'], '1.2.3') },
  ],
});
