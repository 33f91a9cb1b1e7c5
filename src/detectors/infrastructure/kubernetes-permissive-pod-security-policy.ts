import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching, notTrue } from './model/expectation.ts';

export const kubernetesPermissivePodSecurityPolicy = defineAttributeRule({
  id: 'kubernetes-permissive-pod-security-policy',
  title: 'Pod security policy that permits what it should forbid',
  concern: 'isolation',
  fix: 'Forbid it.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    { type: 'kubernetes/PodSecurityPolicy', attribute: 'spec.privileged', expect: notTrue },
    { type: 'kubernetes/PodSecurityPolicy', attribute: 'spec.hostPID', expect: notTrue },
    { type: 'kubernetes/PodSecurityPolicy', attribute: 'spec.hostIPC', expect: notTrue },
    { type: 'kubernetes/PodSecurityPolicy', attribute: 'spec.hostNetwork', expect: notTrue },
    { type: 'kubernetes/PodSecurityPolicy', attribute: 'spec.allowPrivilegeEscalation', expect: notTrue },
    {
      type: 'kubernetes/PodSecurityPolicy',
      attribute: 'spec.allowedCapabilities',
      expect: notMatching(/^\*$|^all$/, ['NET_BIND_SERVICE'], ['*']),
    },
    {
      type: 'kubernetes/PodSecurityPolicy',
      attribute: 'spec.runAsUser.rule',
      expect: noneOf(['RunAsAny'], 'MustRunAsNonRoot'),
    },
    {
      type: 'kubernetes/PodSecurityPolicy',
      attribute: 'spec.volumes',
      expect: notMatching(/^(?:\*|hostpath)$/, ['configMap'], ['*']),
    },
  ],
});
