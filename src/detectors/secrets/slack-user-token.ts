import { defineSecret } from './define-secret.ts';

export const slackUserToken = defineSecret({
  id: 'slack-user-token',
  provider: 'Slack',
  kind: 'user token',
  formats: [
    'xoxp-{digits:9-14}-{digits:9-14}-{digits:9-14}-{base62:28-34}',
    'xoxp-{digits:9-14}-{digits:9-14}-{base62:28-34}',
    'xoxe-{digits:9-14}-{digits:9-14}-{digits:9-14}-{base62:28-34}',
  ],
  can: 'read and write messages as the user',
  revoke: 'at api.slack.com/apps under OAuth & Permissions',
  references: ['https://docs.slack.dev/authentication/tokens'],
});
