import { defineSecret } from './define-secret.ts';

export const firecrawlApiKey = defineSecret({
  id: 'firecrawl-api-key',
  provider: 'Firecrawl',
  kind: 'API key',
  formats: ['fc-{hex:32}'],
  severity: 'high',
  can: 'crawl at your cost',
  revoke: 'at firecrawl.dev/app/api-keys',
  references: ['https://docs.firecrawl.dev/introduction'],
});
