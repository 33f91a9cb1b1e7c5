import { defineSecret } from './define-secret.ts';

export const gcoreApiToken = defineSecret({
  id: 'gcore-api-token',
  provider: 'Gcore',
  kind: 'API token',
  formats: ['{digits:1-8}${hex:128}'],
  assignedTo: ['gcore'],
  can: 'change the resources',
  references: ['https://gcore.com/docs/account-settings/create-use-or-delete-a-permanent-api-token'],
});
