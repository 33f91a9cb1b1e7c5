import { defineSecret } from './define-secret.ts';

export const qianfanApiKey = defineSecret({
  id: 'qianfan-api-key',
  provider: 'Baidu Qianfan',
  kind: 'API key',
  formats: ['bce-v3/ALTAK-{base62:21}/{hex:40}'],
  severity: 'high',
  can: 'use the models at your cost',
  references: ['https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5'],
});
