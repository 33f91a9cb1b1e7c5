import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesMountPropagation = defineAttributeRule({
  id: 'kubernetes-mount-propagation',
  title: 'Container whose mounts appear on the host',
  concern: 'isolation',
  fix: 'Leave `mountPropagation` at None.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'volumeMounts.mountPropagation',
      expect: noneOf(['Bidirectional'], 'None'),
    },
  ],
});
