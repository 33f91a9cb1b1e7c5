import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverAlwaysPull = defineAttributeRule({
  id: 'kubernetes-apiserver-always-pull',
  title: 'API server without the plugin AlwaysPullImages',
  concern: 'hardening',
  severity: 'low',
  fix: 'Add it to `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: matching(/alwayspullimages/, 'AlwaysPullImages', 'NodeRestriction'),
    },
  ],
});
