import { defineSecret } from './define-secret.ts';

export const posthogPersonalKey = defineSecret({
  id: 'posthog-personal-key',
  provider: 'PostHog',
  kind: 'personal API key',
  formats: ['phx_{base62:43-52}'],
  can: 'read the analytics data and change the project',
  revoke: 'at app.posthog.com/settings/user-api-keys',
  references: ['https://posthog.com/docs/api'],
});
