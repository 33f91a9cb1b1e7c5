import { defineSecret } from './define-secret.ts';

export const slackConfigToken = defineSecret({
  id: 'slack-config-token',
  provider: 'Slack',
  kind: 'app configuration token',
  formats: ['xoxe.xoxp-1-{base62:160-170}', 'xoxe.xoxb-1-{base62:160-170}', 'xoxe-1-{base62:140-150}'],
  can: 'change the manifests of your apps',
  revoke: 'at api.slack.com/apps',
  references: ['https://docs.slack.dev/authentication/rotating-and-refreshing-config-tokens'],
});
