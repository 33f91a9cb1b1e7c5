import { defineSecret } from './define-secret.ts';

export const gitlabOauthSecret = defineSecret({
  id: 'gitlab-oauth-secret',
  provider: 'GitLab',
  kind: 'OAuth application secret',
  formats: ['gloas-{base64url:64}'],
  can: 'impersonate the application and exchange its codes for tokens',
  revoke: 'by renewing the secret of the application',
  references: ['https://docs.gitlab.com/integration/oauth_provider/'],
});
