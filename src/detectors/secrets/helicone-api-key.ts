import { defineSecret } from './define-secret.ts';

export const heliconeApiKey = defineSecret({
  id: 'helicone-api-key',
  provider: 'Helicone',
  kind: 'API key',
  formats: [
    'sk-helicone-{lower:7}-{lower:7}-{lower:7}-{lower:7}',
    'pk-helicone-{lower:7}-{lower:7}-{lower:7}-{lower:7}',
  ],
  can: 'read the logged prompts',
  references: ['https://docs.helicone.ai/helicone-headers/helicone-auth'],
});
