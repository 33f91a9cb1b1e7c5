import { defineSecret } from './define-secret.ts';

export const consulToken = defineSecret({
  id: 'consul-token',
  provider: 'HashiCorp Consul',
  kind: 'ACL token',
  formats: ['{uuid}'],
  assignedTo: ['consul_http_token', 'consul_token', 'consultoken', 'consul-token'],
  can: 'read or change services and keys',
  references: ['https://developer.hashicorp.com/consul/docs/security/acl/tokens'],
});
