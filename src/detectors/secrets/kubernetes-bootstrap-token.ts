import { defineSecret } from './define-secret.ts';

export const kubernetesBootstrapToken = defineSecret({
  id: 'kubernetes-bootstrap-token',
  provider: 'Kubernetes',
  kind: 'bootstrap token',
  formats: ['{lower:6}.{lower:16}'],
  assignedTo: ['kubeadm', 'bootstrap'],
  can: 'join nodes to the cluster',
  revoke: 'with `kubeadm token delete`',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/'],
});
