import { defineSecret } from './define-secret.ts';

export const easypostApiKey = defineSecret({
  id: 'easypost-api-key',
  provider: 'EasyPost',
  kind: 'API key',
  formats: ['EZAK{base62:54}', 'EZTK{base62:54}'],
  can: 'buy postage at your cost',
  revoke: 'at easypost.com/account/api-keys',
  references: ['https://docs.easypost.com/docs/authentication'],
});
