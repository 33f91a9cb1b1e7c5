import { defineSecret } from './define-secret.ts';

export const mapboxSecretToken = defineSecret({
  id: 'mapbox-secret-token',
  provider: 'Mapbox',
  kind: 'secret token',
  formats: ['sk.eyJ{base64url:60-120}.{base64url:22}'],
  can: 'change styles, data and tokens of the account',
  revoke: 'at console.mapbox.com/account/access-tokens',
  references: ['https://docs.mapbox.com/help/dive-deeper/access-tokens/'],
});
