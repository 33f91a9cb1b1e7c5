import { defineSecret } from './define-secret.ts';

export const porkbunApiKey = defineSecret({
  id: 'porkbun-api-key',
  provider: 'Porkbun',
  kind: 'API key',
  formats: ['sk1_{hex:64}', 'pk1_{hex:64}'],
  can: 'change the domains',
  references: ['https://porkbun.com/api/json/v3/documentation'],
});
