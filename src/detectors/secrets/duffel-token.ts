import { defineSecret } from './define-secret.ts';

export const duffelToken = defineSecret({
  id: 'duffel-token',
  provider: 'Duffel',
  kind: 'access token',
  formats: ['duffel_live_{token:43}', 'duffel_test_{token:43}'],
  can: 'book travel at your cost',
  revoke: 'at app.duffel.com under Developers',
  references: ['https://duffel.com/docs/api/overview/authentication'],
});
