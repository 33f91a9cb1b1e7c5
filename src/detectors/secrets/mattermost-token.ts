import { defineSecret } from './define-secret.ts';

export const mattermostToken = defineSecret({
  id: 'mattermost-token',
  provider: 'Mattermost',
  kind: 'access token',
  formats: ['{lower:26}'],
  assignedTo: ['mattermost'],
  can: 'read and post as its owner',
  revoke: 'in Mattermost under Profile, Security',
  references: ['https://developers.mattermost.com/integrate/reference/personal-access-token/'],
});
