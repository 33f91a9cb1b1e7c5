import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching, noneOf } from './model/expectation.ts';

export const kubernetesImagePullPolicy = defineAttributeRule({
  id: 'kubernetes-image-pull-policy',
  title: 'Mutable tag that is not pulled again',
  concern: 'integrity',
  severity: 'info',
  fix: 'Set `imagePullPolicy` to Always, or pin the image.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'imagePullPolicy',
      expect: noneOf(['IfNotPresent', 'Never'], 'Always'),
      when: { image: matching(/^(?!.*(?:@sha256:|:v?\d+\.\d+))/, 'app:stable', 'app:1.2.3') },
    },
  ],
});
