import { defineSecret } from './define-secret.ts';

export const nomadToken = defineSecret({
  id: 'nomad-token',
  provider: 'HashiCorp Nomad',
  kind: 'ACL token',
  formats: ['{uuid}'],
  assignedTo: ['nomad_token', 'nomadtoken', 'nomad-token'],
  can: 'run jobs in the cluster',
  references: ['https://developer.hashicorp.com/nomad/docs/concepts/acl'],
});
