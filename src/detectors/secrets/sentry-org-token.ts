import { defineSecret } from './define-secret.ts';

export const sentryOrgToken = defineSecret({
  id: 'sentry-org-token',
  provider: 'Sentry',
  kind: 'organisation token',
  formats: [
    'sntrys_eyJ{base64:50+}_{base64:43}',
    'sntrys_eyJ{base64:50+}=_{base64:43}',
    'sntrys_eyJ{base64:50+}==_{base64:43}',
  ],
  can: 'upload source maps and create releases',
  revoke: 'at sentry.io/settings/auth-tokens',
  references: ['https://docs.sentry.io/account/auth-tokens/'],
});
