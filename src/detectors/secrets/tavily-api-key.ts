import { defineSecret } from './define-secret.ts';

export const tavilyApiKey = defineSecret({
  id: 'tavily-api-key',
  provider: 'Tavily',
  kind: 'API key',
  formats: ['tvly-{base62:32}', 'tvly-dev-{base62:32}', 'tvly-prod-{base62:32}'],
  severity: 'high',
  can: 'search at your cost',
  revoke: 'at app.tavily.com',
  references: ['https://docs.tavily.com/documentation/api-reference/introduction'],
});
