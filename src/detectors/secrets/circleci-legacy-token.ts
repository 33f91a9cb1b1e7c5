import { defineSecret } from './define-secret.ts';

export const circleciLegacyToken = defineSecret({
  id: 'circleci-legacy-token',
  provider: 'CircleCI',
  kind: 'API token (old format)',
  formats: ['{hex:40}'],
  assignedTo: ['circle'],
  can: 'start pipelines and read their settings',
  revoke: 'at app.circleci.com/settings/user/tokens',
  references: ['https://circleci.com/docs/managing-api-tokens/'],
});
