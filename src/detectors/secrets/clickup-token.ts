import { defineSecret } from './define-secret.ts';

export const clickupToken = defineSecret({
  id: 'clickup-token',
  provider: 'ClickUp',
  kind: 'personal token',
  formats: ['pk_{digits:6-9}_{upper:32}'],
  can: 'read and change tasks as its owner',
  revoke: 'at app.clickup.com/settings/apps',
  references: ['https://developer.clickup.com/docs/authentication'],
});
