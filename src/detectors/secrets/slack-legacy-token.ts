import { defineSecret } from './define-secret.ts';

export const slackLegacyToken = defineSecret({
  id: 'slack-legacy-token',
  provider: 'Slack',
  kind: 'legacy or workspace token',
  formats: [
    'xoxa-{digits:1}-{base62:8-48}',
    'xoxr-{digits:1}-{base62:8-48}',
    'xoxa-2-{digits:8-14}-{digits:8-14}-{digits:8-14}-{hex:18-64}',
    'xoxa-{base62:8-48}',
    'xoxr-{base62:8-48}',
    'xoxo-{digits:9-13}-{digits:9-13}-{digits:9-13}-{hex:10-40}',
    'xoxs-{digits:9-13}-{digits:9-13}-{digits:9-13}-{hex:10-64}',
  ],
  can: 'read and post in the workspace',
  revoke: 'at api.slack.com/legacy/custom-integrations',
  references: ['https://docs.slack.dev/authentication/tokens'],
});
