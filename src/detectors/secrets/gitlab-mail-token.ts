import { defineSecret } from './define-secret.ts';

export const gitlabMailToken = defineSecret({
  id: 'gitlab-mail-token',
  provider: 'GitLab',
  kind: 'incoming mail token',
  formats: ['glimt-{base64url:25}'],
  can: 'create issues and merge requests by mail as its owner',
  revoke: 'under Preferences, Access tokens',
  references: ['https://docs.gitlab.com/security/tokens/'],
});
