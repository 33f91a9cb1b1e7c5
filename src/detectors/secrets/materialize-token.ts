import { defineSecret } from './define-secret.ts';

export const materializeToken = defineSecret({
  id: 'materialize-token',
  provider: 'Materialize',
  kind: 'app password',
  formats: ['mzp_{hex:64}'],
  can: 'query the region',
  references: ['https://materialize.com/docs/manage/users-service-accounts/create-service-accounts/'],
});
