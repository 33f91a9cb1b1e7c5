import { defineSecret } from './define-secret.ts';

export const sentryAuthToken = defineSecret({
  id: 'sentry-auth-token',
  provider: 'Sentry',
  kind: 'auth token',
  formats: ['sntryu_{hex:64}', 'sntrya_{hex:64}', 'sntryi_{hex:64}'],
  can: 'read errors, with the data in them, and change releases',
  revoke: 'at sentry.io/settings/account/api/auth-tokens',
  references: ['https://docs.sentry.io/account/auth-tokens/'],
});
