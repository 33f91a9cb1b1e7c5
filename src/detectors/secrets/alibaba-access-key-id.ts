import { defineSecret } from './define-secret.ts';

export const alibabaAccessKeyId = defineSecret({
  id: 'alibaba-access-key-id',
  provider: 'Alibaba Cloud',
  kind: 'access key ID',
  formats: ['LTAI{base62:12-20}'],
  severity: 'high',
  can: 'sign requests with the secret that usually stands beside it',
  revoke: 'at ram.console.alibabacloud.com',
  references: ['https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair'],
});
