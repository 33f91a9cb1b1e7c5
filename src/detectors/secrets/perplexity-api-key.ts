import { defineSecret } from './define-secret.ts';

export const perplexityApiKey = defineSecret({
  id: 'perplexity-api-key',
  provider: 'Perplexity',
  kind: 'API key',
  formats: ['pplx-{base62:48}'],
  can: 'use models at your cost',
  revoke: 'at perplexity.ai/settings/api',
  references: ['https://docs.perplexity.ai/getting-started/quickstart'],
});
