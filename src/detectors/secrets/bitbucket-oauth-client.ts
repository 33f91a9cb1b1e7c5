import { defineSecret } from './define-secret.ts';

export const bitbucketOauthClient = defineSecret({
  id: 'bitbucket-oauth-client',
  provider: 'Bitbucket',
  kind: 'OAuth consumer credential',
  formats: ['{base62:18}', '{base62:32}', '{token:64}'],
  assignedTo: ['bitbucket'],
  can: 'act as the OAuth consumer with the permissions it was given',
  revoke: 'in the workspace under Settings, OAuth consumers',
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/'],
});
