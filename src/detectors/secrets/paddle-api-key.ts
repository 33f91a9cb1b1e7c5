import { defineSecret } from './define-secret.ts';

export const paddleApiKey = defineSecret({
  id: 'paddle-api-key',
  provider: 'Paddle',
  kind: 'API key',
  formats: [
    'pdl_live_apikey_{lower:26}_{base62:22}_{base62:3}',
    'pdl_sdbx_apikey_{lower:26}_{base62:22}_{base62:3}',
  ],
  can: 'read and change customers and subscriptions',
  revoke: 'at vendors.paddle.com under Authentication',
  references: ['https://developer.paddle.com/api-reference/about/api-keys'],
});
