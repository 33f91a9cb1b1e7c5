import { defineSecret } from './define-secret.ts';

export const depotToken = defineSecret({
  id: 'depot-token',
  provider: 'Depot',
  kind: 'token',
  formats: ['depot_project_{hex:64}', 'depot_org_{hex:64}', 'depot_user_{hex:64}'],
  can: 'build images on the account',
  references: ['https://depot.dev/docs/cli/authentication'],
});
