import { defineSecret } from './define-secret.ts';

export const sourcegraphToken = defineSecret({
  id: 'sourcegraph-token',
  provider: 'Sourcegraph',
  kind: 'access token',
  formats: ['sgp_{hex:40}', 'sgp_{hex:16}_{hex:40}', 'sgp_local_{hex:40}', 'sgd_{hex:64}'],
  can: 'search and read all code that the user may see',
  revoke: 'in Sourcegraph under Settings, Access tokens',
  references: ['https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token'],
});
