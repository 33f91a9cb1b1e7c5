import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesControllerRotation = defineAttributeRule({
  id: 'kubernetes-controller-rotation',
  title: 'Controller manager that does not rotate certificates',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Leave `RotateKubeletServerCertificate` on.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'feature-gates',
      expect: notMatching(
        /rotatekubeletservercertificate=false/,
        'RotateKubeletServerCertificate=true',
        'RotateKubeletServerCertificate=false',
      ),
    },
  ],
});
