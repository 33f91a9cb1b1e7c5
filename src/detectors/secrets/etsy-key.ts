import { defineSecret } from './define-secret.ts';

export const etsyKey = defineSecret({
  id: 'etsy-key',
  provider: 'Etsy',
  kind: 'API key',
  formats: ['{lower:24}'],
  assignedTo: ['etsy'],
  severity: 'high',
  can: 'call the API in your name',
  revoke: 'at etsy.com/developers/your-apps',
  references: ['https://developers.etsy.com/documentation/essentials/authentication'],
});
