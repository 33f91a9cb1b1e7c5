import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesSystemNamespace = defineAttributeRule({
  id: 'kubernetes-system-namespace',
  title: 'Workload in the namespace of the core components',
  concern: 'hardening',
  severity: 'low',
  fix: 'Use a namespace of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/Pod', attribute: 'metadata.namespace', expect: noneOf(['kube-system'], 'app') },
    {
      type: 'kubernetes/Deployment',
      attribute: 'metadata.namespace',
      expect: noneOf(['kube-system'], 'app'),
    },
    {
      type: 'kubernetes/StatefulSet',
      attribute: 'metadata.namespace',
      expect: noneOf(['kube-system'], 'app'),
    },
    { type: 'kubernetes/DaemonSet', attribute: 'metadata.namespace', expect: noneOf(['kube-system'], 'app') },
    {
      type: 'kubernetes/ReplicaSet',
      attribute: 'metadata.namespace',
      expect: noneOf(['kube-system'], 'app'),
    },
    { type: 'kubernetes/Job', attribute: 'metadata.namespace', expect: noneOf(['kube-system'], 'app') },
    { type: 'kubernetes/CronJob', attribute: 'metadata.namespace', expect: noneOf(['kube-system'], 'app') },
    {
      type: 'kubernetes/ReplicationController',
      attribute: 'metadata.namespace',
      expect: noneOf(['kube-system'], 'app'),
    },
  ],
});
