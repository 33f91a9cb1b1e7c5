import { defineSecret } from './define-secret.ts';

export const bitbucketAppPassword = defineSecret({
  id: 'bitbucket-app-password',
  provider: 'Bitbucket',
  kind: 'app password',
  formats: ['ATBB{base62:28}{anyHex:8}'],
  can: 'act as its owner with its permissions: read and push code',
  revoke: 'at bitbucket.org/account/settings/app-passwords',
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/'],
});
