import { defineSecret } from './define-secret.ts';

export const browserstackAccessKey = defineSecret({
  id: 'browserstack-access-key',
  provider: 'BrowserStack',
  kind: 'access key',
  formats: ['{base62:20}'],
  assignedTo: ['browserstack'],
  severity: 'high',
  can: 'run browsers at your cost',
  references: ['https://www.browserstack.com/docs/automate/selenium/getting-started'],
});
