import { defineSecret } from './define-secret.ts';

export const saladcloudApiKey = defineSecret({
  id: 'saladcloud-api-key',
  provider: 'SaladCloud',
  kind: 'API key',
  formats: ['salad_cloud_{base62:1-7}_{base62:7-235}'],
  severity: 'high',
  can: 'run containers at your cost',
  references: ['https://docs.salad.com/reference/saladcloud-api/api-usage'],
});
