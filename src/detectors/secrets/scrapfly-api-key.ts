import { defineSecret } from './define-secret.ts';

export const scrapflyApiKey = defineSecret({
  id: 'scrapfly-api-key',
  provider: 'Scrapfly',
  kind: 'API key',
  formats: ['scp-live-{hex:32}'],
  severity: 'medium',
  can: 'scrape at your cost',
  references: ['https://scrapfly.io/docs/scrape-api/getting-started'],
});
