import { defineSecret } from './define-secret.ts';

export const newRelicBrowserKey = defineSecret({
  id: 'new-relic-browser-key',
  provider: 'New Relic',
  kind: 'browser key',
  formats: ['NRJS-{hex:19}'],
  severity: 'low',
  can: 'send false browser data',
  revoke: 'at one.newrelic.com under API keys',
  references: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
});
