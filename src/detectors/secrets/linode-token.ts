import { defineSecret } from './define-secret.ts';

export const linodeToken = defineSecret({
  id: 'linode-token',
  provider: 'Linode',
  kind: 'API token',
  formats: ['{hex:64}'],
  assignedTo: ['linode'],
  can: 'create and destroy servers',
  revoke: 'at cloud.linode.com/profile/tokens',
  references: ['https://techdocs.akamai.com/linode-api/reference/get-started'],
});
