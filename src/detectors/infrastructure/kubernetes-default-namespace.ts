import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesDefaultNamespace = defineAttributeRule({
  id: 'kubernetes-default-namespace',
  title: 'Workload in the default namespace',
  concern: 'hardening',
  severity: 'info',
  fix: 'Use a namespace of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/Pod', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/Deployment', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/StatefulSet', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/DaemonSet', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/ReplicaSet', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/Job', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/CronJob', attribute: 'metadata.namespace', expect: noneOf(['default'], 'app') },
  ],
});
