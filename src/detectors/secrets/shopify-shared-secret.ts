import { defineSecret } from './define-secret.ts';

export const shopifySharedSecret = defineSecret({
  id: 'shopify-shared-secret',
  provider: 'Shopify',
  kind: 'app secret',
  formats: ['shpss_{anyHex:32}'],
  can: 'forge webhooks and sign in as the app',
  revoke: "in the Dev Dashboard under the app's settings",
  references: ['https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets'],
});
