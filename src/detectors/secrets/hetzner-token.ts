import { defineSecret } from './define-secret.ts';

export const hetznerToken = defineSecret({
  id: 'hetzner-token',
  provider: 'Hetzner',
  kind: 'API token',
  formats: ['{base62:64}'],
  assignedTo: ['hetzner', 'hcloud'],
  can: 'create and destroy servers of the project',
  revoke: 'at console.hetzner.com under Security',
  references: ['https://docs.hetzner.cloud/reference/cloud'],
});
