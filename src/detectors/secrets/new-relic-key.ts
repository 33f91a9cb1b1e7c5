import { defineSecret } from './define-secret.ts';

export const newRelicKey = defineSecret({
  id: 'new-relic-key',
  provider: 'New Relic',
  kind: 'user or ingest key',
  formats: ['NRAK-{base62:27}', 'NRII-{base64url:32}', 'NRRA-{hex:42}', '{hex:36}NRAL', 'eu01xx{hex:30}NRAL'],
  can: 'read telemetry and change the account, or send false data',
  revoke: 'at one.newrelic.com under API keys',
  references: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
});
