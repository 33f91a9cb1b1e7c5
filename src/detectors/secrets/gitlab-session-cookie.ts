import { defineSecret } from './define-secret.ts';

export const gitlabSessionCookie = defineSecret({
  id: 'gitlab-session-cookie',
  provider: 'GitLab',
  kind: 'session cookie',
  formats: ['_gitlab_session={lower:32}'],
  can: 'act as the signed-in user',
  revoke: 'by signing the user out of all sessions',
  references: ['https://docs.gitlab.com/administration/settings/account_and_limit_settings/'],
});
