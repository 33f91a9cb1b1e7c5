import { defineSecret } from './define-secret.ts';

export const yandexIamToken = defineSecret({
  id: 'yandex-iam-token',
  provider: 'Yandex Cloud',
  kind: 'IAM token',
  formats: ['t1.{token:2-200}.{token:86}='],
  severity: 'high',
  can: 'act as the account for up to twelve hours',
  revoke: 'by waiting for its expiry',
  references: ['https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token'],
});
