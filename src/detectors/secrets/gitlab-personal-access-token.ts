import { defineSecret } from './define-secret.ts';

export const gitlabPersonalAccessToken = defineSecret({
  id: 'gitlab-personal-access-token',
  provider: 'GitLab',
  kind: 'personal access token',
  formats: [
    'glpat-{base64url:20}',
    'glpat-{base64url:27-300}.{lower:2}.{lower:7-9}',
    'glpat-{base64url:27-300}.{lower:9}',
  ],
  can: 'act as its owner with its scopes: read and push code, use the API',
  revoke: 'at gitlab.com under Preferences, Access tokens',
  references: ['https://docs.gitlab.com/security/tokens/'],
});
