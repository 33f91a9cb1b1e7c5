import { defineSecret } from './define-secret.ts';

export const circleciToken = defineSecret({
  id: 'circleci-token',
  provider: 'CircleCI',
  kind: 'API token',
  formats: ['CCIPAT_{base62:22}_{hex:40}', 'CCIPRJ_{base62:22}_{hex:40}'],
  can: 'start pipelines and read their settings',
  revoke: 'at app.circleci.com/settings/user/tokens',
  references: ['https://circleci.com/docs/managing-api-tokens/'],
});
