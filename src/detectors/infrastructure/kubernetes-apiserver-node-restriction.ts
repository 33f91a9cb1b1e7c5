import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverNodeRestriction = defineAttributeRule({
  id: 'kubernetes-apiserver-node-restriction',
  title: 'API server without the plugin NodeRestriction',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Add it to `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: matching(/(?:^|,)noderestriction(?:,|$)/, 'NodeRestriction', 'AlwaysPullImages'),
    },
  ],
});
