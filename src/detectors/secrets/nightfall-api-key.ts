import { defineSecret } from './define-secret.ts';

export const nightfallApiKey = defineSecret({
  id: 'nightfall-api-key',
  provider: 'Nightfall',
  kind: 'API key',
  formats: ['NF-{base62:32}'],
  severity: 'high',
  can: 'scan at your cost',
  references: ['https://docs.nightfall.ai/docs/creating-an-api-key'],
});
