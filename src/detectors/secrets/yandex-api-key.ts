import { defineSecret } from './define-secret.ts';

export const yandexApiKey = defineSecret({
  id: 'yandex-api-key',
  provider: 'Yandex Cloud',
  kind: 'API key',
  formats: ['AQVN{base64url:35-38}'],
  can: 'act as the service account',
  revoke: 'in the console under Service accounts',
  references: ['https://yandex.cloud/en/docs/iam/concepts/authorization/api-key'],
});
