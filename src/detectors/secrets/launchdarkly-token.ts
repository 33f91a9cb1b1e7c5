import { defineSecret } from './define-secret.ts';

export const launchdarklyToken = defineSecret({
  id: 'launchdarkly-token',
  provider: 'LaunchDarkly',
  kind: 'access token',
  formats: ['{token:40}'],
  assignedTo: ['launchdarkly'],
  can: 'read and change the flags',
  revoke: 'at app.launchdarkly.com/settings/authorization',
  references: ['https://launchdarkly.com/docs/home/account/api'],
});
