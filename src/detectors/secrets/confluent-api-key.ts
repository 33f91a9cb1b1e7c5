import { defineSecret } from './define-secret.ts';

export const confluentApiKey = defineSecret({
  id: 'confluent-api-key',
  provider: 'Confluent',
  kind: 'API key or secret',
  formats: ['{base64:64}', '{base62:16}'],
  assignedTo: ['confluent'],
  can: 'read and write the topics',
  revoke: 'at confluent.cloud/settings/api-keys',
  references: [
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  ],
});
