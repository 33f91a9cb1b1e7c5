import { defineSecret } from './define-secret.ts';

export const astraDbToken = defineSecret({
  id: 'astra-db-token',
  provider: 'DataStax Astra',
  kind: 'application token',
  formats: ['AstraCS:{base62:24}:{hex:64}'],
  can: 'read and change the databases',
  references: [
    'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
  ],
});
