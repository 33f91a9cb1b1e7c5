import { defineSecret } from './define-secret.ts';

export const adyenApiKey = defineSecret({
  id: 'adyen-api-key',
  provider: 'Adyen',
  kind: 'API key',
  formats: ['AQE{base64:60-200}==-{base64:40-60}=-{base62:12-20}'],
  can: 'take, refund and pay out',
  revoke: 'in the Customer Area under API credentials',
  references: ['https://docs.adyen.com/development-resources/api-credentials/'],
});
