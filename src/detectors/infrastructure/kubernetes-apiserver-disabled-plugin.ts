import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesApiserverDisabledPlugin = defineAttributeRule({
  id: 'kubernetes-apiserver-disabled-plugin',
  title: 'API server without a plugin that belongs there',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Take it out of `--disable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'disable-admission-plugins',
      expect: notMatching(
        /serviceaccount|namespacelifecycle|podsecurity|noderestriction|mutatingadmissionwebhook|validatingadmissionwebhook/,
        'DefaultTolerationSeconds',
        'ServiceAccount',
      ),
    },
  ],
});
