import { defineSecret } from './define-secret.ts';

export const alibabaAccessKeySecret = defineSecret({
  id: 'alibaba-access-key-secret',
  provider: 'Alibaba Cloud',
  kind: 'access key secret',
  formats: ['{base62:30}'],
  assignedTo: ['alibaba', 'aliyun', 'alicloud'],
  can: 'act in the account with the rights of its user',
  revoke: 'at ram.console.alibabacloud.com',
  references: ['https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair'],
});
