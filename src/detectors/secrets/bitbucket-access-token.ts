import { defineSecret } from './define-secret.ts';

export const bitbucketAccessToken = defineSecret({
  id: 'bitbucket-access-token',
  provider: 'Bitbucket',
  kind: 'repository access token',
  formats: ['ATCTT3{token:150+}'],
  can: 'read or write the repository, project or workspace it belongs to',
  revoke: 'in the repository under Settings, Access tokens',
  references: ['https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/'],
});
