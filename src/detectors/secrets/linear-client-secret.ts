import { defineSecret } from './define-secret.ts';

export const linearClientSecret = defineSecret({
  id: 'linear-client-secret',
  provider: 'Linear',
  kind: 'client secret',
  formats: ['{hex:32}'],
  assignedTo: ['linear'],
  can: 'act as the application',
  revoke: 'at linear.app/settings/api',
  references: ['https://linear.app/developers/oauth-2-0-authentication'],
});
