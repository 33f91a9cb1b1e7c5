import { defineSecret } from './define-secret.ts';

export const giteaToken = defineSecret({
  id: 'gitea-token',
  provider: 'Gitea',
  kind: 'access token',
  formats: ['{hex:40}'],
  assignedTo: ['gitea', 'forgejo', 'codeberg'],
  can: 'act as its owner with its scopes',
  revoke: 'in the settings under Applications',
  references: ['https://docs.gitea.com/development/api-usage'],
});
