import { defineSecret } from './define-secret.ts';

export const gitlabFeedToken = defineSecret({
  id: 'gitlab-feed-token',
  provider: 'GitLab',
  kind: 'feed token',
  formats: ['glft-{base64url:20}'],
  can: 'read the activity feeds and calendars of its owner',
  revoke: 'under Preferences, Access tokens',
  references: ['https://docs.gitlab.com/security/tokens/'],
});
