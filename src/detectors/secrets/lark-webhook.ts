import { defineSecret } from './define-secret.ts';

export const larkWebhook = defineSecret({
  id: 'lark-webhook',
  provider: 'Lark',
  kind: 'webhook URL',
  formats: ['open.feishu.cn/open-apis/bot/v2/hook/{uuid}', 'open.larksuite.com/open-apis/bot/v2/hook/{uuid}'],
  severity: 'high',
  can: 'post into the group',
  references: ['https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot'],
});
