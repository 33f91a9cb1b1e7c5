import { defineSecret } from './define-secret.ts';

export const elasticApiKey = defineSecret({
  id: 'elastic-api-key',
  provider: 'Elastic',
  kind: 'API key',
  formats: ['essu_{base64token:40-200}'],
  can: 'read or change the deployment',
  references: ['https://www.elastic.co/docs/deploy-manage/api-keys'],
});
