import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesWindowsHostProcess = defineAttributeRule({
  id: 'kubernetes-windows-host-process',
  title: 'Windows container that runs on its host',
  concern: 'isolation',
  severity: 'high',
  fix: 'Set `hostProcess` to false.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.windowsOptions.hostProcess',
      expect: notTrue,
    },
    { type: 'kubernetes/pod', attribute: 'securityContext.windowsOptions.hostProcess', expect: notTrue },
  ],
});
