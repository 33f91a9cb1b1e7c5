import { defineSecret } from './define-secret.ts';

export const rootlyApiKey = defineSecret({
  id: 'rootly-api-key',
  provider: 'Rootly',
  kind: 'API key',
  formats: ['rootly_{hex:64}'],
  can: 'read and change incidents',
  references: ['https://docs.rootly.com/api-reference/overview'],
});
