import { defineSecret } from './define-secret.ts';

export const shippoToken = defineSecret({
  id: 'shippo-token',
  provider: 'Shippo',
  kind: 'API token',
  formats: ['shippo_live_{hex:40}', 'shippo_test_{hex:40}'],
  can: 'buy postage at your cost',
  revoke: 'at apps.goshippo.com/settings/api',
  references: ['https://docs.goshippo.com/docs/guides_general/authentication/'],
});
