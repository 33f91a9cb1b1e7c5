import { defineSecret } from './define-secret.ts';

export const yandexAccessKey = defineSecret({
  id: 'yandex-access-key',
  provider: 'Yandex Cloud',
  kind: 'static access key',
  formats: ['YC{base64url:38}'],
  can: 'read and change the object storage of the service account',
  revoke: 'in the console under Service accounts',
  references: ['https://yandex.cloud/en/docs/iam/concepts/authorization/access-key'],
});
