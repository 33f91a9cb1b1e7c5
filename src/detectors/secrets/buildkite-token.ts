import { defineSecret } from './define-secret.ts';

export const buildkiteToken = defineSecret({
  id: 'buildkite-token',
  provider: 'Buildkite',
  kind: 'API access token',
  formats: ['bkua_{hex:40}'],
  can: 'start builds and read their logs',
  revoke: 'at buildkite.com/user/api-access-tokens',
  references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
});
