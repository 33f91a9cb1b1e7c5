import { defineSecret } from './define-secret.ts';

export const zhipuApiKey = defineSecret({
  id: 'zhipu-api-key',
  provider: 'Zhipu AI',
  kind: 'API key',
  formats: ['{hex:32}.{base62:16}'],
  assignedTo: ['zhipu', 'bigmodel', 'glm'],
  severity: 'high',
  can: 'use the models at your cost',
  references: ['https://docs.bigmodel.cn/cn/guide/develop/http/introduction'],
});
