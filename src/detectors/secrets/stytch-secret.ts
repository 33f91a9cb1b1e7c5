import { defineSecret } from './define-secret.ts';

export const stytchSecret = defineSecret({
  id: 'stytch-secret',
  provider: 'Stytch',
  kind: 'project secret',
  formats: ['secret-live-{token:36-48}', 'secret-test-{token:36-48}'],
  can: 'sign in as every user of the project',
  revoke: 'at stytch.com/dashboard/api-keys',
  references: ['https://stytch.com/docs/api/authentication'],
});
