import { defineSecret } from './define-secret.ts';

export const launchdarklyKey = defineSecret({
  id: 'launchdarkly-key',
  provider: 'LaunchDarkly',
  kind: 'SDK key or access token',
  formats: ['api-{uuid}', 'sdk-{uuid}'],
  can: 'read the flags, and with an access token change them',
  revoke: 'at app.launchdarkly.com/settings/authorization',
  references: ['https://launchdarkly.com/docs/home/account/api'],
});
