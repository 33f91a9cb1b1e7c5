import { defineSecret } from './define-secret.ts';

export const shopifyToken = defineSecret({
  id: 'shopify-token',
  provider: 'Shopify',
  kind: 'access token',
  formats: ['shpat_{anyHex:32}', 'shpca_{anyHex:32}', 'shppa_{anyHex:32}', 'shpua_{anyHex:32}'],
  can: 'read orders and customers and change the shop',
  revoke: "in the shop's admin under Apps",
  references: ['https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens'],
});
