import { defineSecret } from './define-secret.ts';

export const tencentSecretId = defineSecret({
  id: 'tencent-secret-id',
  provider: 'Tencent Cloud',
  kind: 'secret ID',
  formats: ['AKID{base62:32}'],
  severity: 'high',
  can: 'sign requests with the key that usually stands beside it',
  revoke: 'at console.tencentcloud.com/cam/capi',
  references: ['https://www.tencentcloud.com/document/product/598/32675'],
});
