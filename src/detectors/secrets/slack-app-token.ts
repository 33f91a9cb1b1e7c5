import { defineSecret } from './define-secret.ts';

export const slackAppToken = defineSecret({
  id: 'slack-app-token',
  provider: 'Slack',
  kind: 'app-level token',
  formats: ['xapp-{digits:1}-{upper:9-13}-{digits:9-15}-{base62:60-70}'],
  can: 'receive the events of every workspace the app is installed in',
  revoke: 'at api.slack.com/apps under Basic Information',
  references: ['https://docs.slack.dev/authentication/tokens'],
});
