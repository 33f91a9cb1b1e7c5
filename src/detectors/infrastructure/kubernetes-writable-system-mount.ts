import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, isTrue } from './model/expectation.ts';

export const kubernetesWritableSystemMount = defineAttributeRule({
  id: 'kubernetes-writable-system-mount',
  title: 'Container that may write into a folder of the system',
  concern: 'isolation',
  severity: 'medium',
  confidence: 'medium',
  fix: 'Set `readOnly`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      within: 'volumeMounts',
      attribute: 'readOnly',
      expect: isTrue,
      when: {
        mountPath: anyMatching(
          /^\/(?:bin|sbin|boot|cdrom|dev|etc|home|lib|media|proc|root|run|sys|usr|var)?$/,
          '/etc',
        ),
      },
    },
  ],
});
