import { defineSecret } from './define-secret.ts';

export const shodanApiKey = defineSecret({
  id: 'shodan-api-key',
  provider: 'Shodan',
  kind: 'API key',
  formats: ['{base62:32}'],
  assignedTo: ['shodan'],
  severity: 'medium',
  can: 'search at your cost',
  revoke: 'at account.shodan.io',
  references: ['https://developer.shodan.io/api'],
});
