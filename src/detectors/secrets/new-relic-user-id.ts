import { defineSecret } from './define-secret.ts';

export const newRelicUserId = defineSecret({
  id: 'new-relic-user-id',
  provider: 'New Relic',
  kind: 'user API ID',
  formats: ['{lower:64}'],
  assignedTo: ['newrelic', 'new-relic', 'new_relic'],
  severity: 'high',
  can: 'call the API with the key that usually stands beside it',
  revoke: 'at one.newrelic.com under API keys',
  references: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
});
