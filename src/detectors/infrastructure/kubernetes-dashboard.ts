import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesDashboard = defineAttributeRule({
  id: 'kubernetes-dashboard',
  title: 'Dashboard with rights in the cluster',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Take it down, or leave it to those who authenticate.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'image',
      expect: notMatching(
        /(?:^|\/)(?:kubernetes-dashboard|kubernetesui\/dashboard)(?:-amd64)?(?:[:@]|$)/,
        'app:1.2.3',
        'kubernetesui/dashboard:v2.7.0',
      ),
    },
  ],
});
