import { defineSecret } from './define-secret.ts';

export const runpodApiKey = defineSecret({
  id: 'runpod-api-key',
  provider: 'RunPod',
  kind: 'API key',
  formats: ['rpa_{base62:40-60}'],
  can: 'run machines on the account',
  references: ['https://docs.runpod.io/get-started/api-keys'],
});
