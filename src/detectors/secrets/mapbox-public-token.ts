import { defineSecret } from './define-secret.ts';

export const mapboxPublicToken = defineSecret({
  id: 'mapbox-public-token',
  provider: 'Mapbox',
  kind: 'public token',
  formats: ['pk.{base64url:60-120}.{base64url:22}'],
  severity: 'low',
  can: 'load maps at your cost unless the token is restricted to URLs',
  revoke: 'at console.mapbox.com/account/access-tokens',
  references: ['https://docs.mapbox.com/help/dive-deeper/access-tokens/'],
});
