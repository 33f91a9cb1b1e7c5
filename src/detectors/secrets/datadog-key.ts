import { defineSecret } from './define-secret.ts';

export const datadogKey = defineSecret({
  id: 'datadog-key',
  provider: 'Datadog',
  kind: 'API or application key',
  formats: ['{hex:32}', '{base62:40}', 'ddapp_{base62:34}'],
  assignedTo: ['datadog', 'dd_api', 'dd_app'],
  can: 'send data, and with an application key read and change the account',
  revoke: 'at app.datadoghq.com/organization-settings/api-keys',
  references: ['https://docs.datadoghq.com/account_management/api-app-keys/'],
});
