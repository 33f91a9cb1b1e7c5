import { defineSecret } from './define-secret.ts';

export const sentryLegacyToken = defineSecret({
  id: 'sentry-legacy-token',
  provider: 'Sentry',
  kind: 'auth token (old format)',
  formats: ['{hex:64}'],
  assignedTo: ['sentry'],
  can: 'read errors, with the data in them, and change releases',
  revoke: 'at sentry.io/settings/account/api/auth-tokens',
  references: ['https://docs.sentry.io/account/auth-tokens/'],
});
