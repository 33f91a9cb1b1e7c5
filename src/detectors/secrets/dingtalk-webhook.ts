import { defineSecret } from './define-secret.ts';

export const dingtalkWebhook = defineSecret({
  id: 'dingtalk-webhook',
  provider: 'DingTalk',
  kind: 'webhook URL',
  formats: ['oapi.dingtalk.com/robot/send?access_token={hex:64}'],
  severity: 'high',
  can: 'post into the group',
  references: ['https://open.dingtalk.com/document/orgapp/custom-robot-access'],
});
