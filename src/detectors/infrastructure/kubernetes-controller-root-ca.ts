import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesControllerRootCa = defineAttributeRule({
  id: 'kubernetes-controller-root-ca',
  title: 'Controller manager that hands out no authority',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Set `--root-ca-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'root-ca-file',
      expect: isPresent('/pki/ca.crt'),
    },
  ],
});
