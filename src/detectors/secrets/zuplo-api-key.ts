import { defineSecret } from './define-secret.ts';

export const zuploApiKey = defineSecret({
  id: 'zuplo-api-key',
  provider: 'Zuplo',
  kind: 'API key',
  formats: ['zpka_{hex:32}_{hex:8}'],
  severity: 'high',
  can: 'call the gateway or change it',
  references: ['https://zuplo.com/docs/articles/accounts/zuplo-api-keys'],
});
