import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesImageDigest = defineAttributeRule({
  id: 'kubernetes-image-digest',
  title: 'Image that is named by a tag, not a digest',
  concern: 'integrity',
  severity: 'info',
  fix: 'Name the digest.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: matching(
        /@sha256:[0-9a-f]{64}$/,
        'app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
        'app:1.2.3',
      ),
    },
  ],
});
