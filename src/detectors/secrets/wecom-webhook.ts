import { defineSecret } from './define-secret.ts';

export const wecomWebhook = defineSecret({
  id: 'wecom-webhook',
  provider: 'WeCom',
  kind: 'webhook URL',
  formats: ['qyapi.weixin.qq.com/cgi-bin/webhook/send?key={uuid}'],
  severity: 'high',
  can: 'post into the group',
  references: ['https://developer.work.weixin.qq.com/document/path/91770'],
});
