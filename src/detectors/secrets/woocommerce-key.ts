import { defineSecret } from './define-secret.ts';

export const woocommerceKey = defineSecret({
  id: 'woocommerce-key',
  provider: 'WooCommerce',
  kind: 'REST API key',
  formats: ['ck_{hex:40}', 'cs_{hex:40}'],
  can: 'read orders and customers and change the shop',
  revoke: 'in WooCommerce under Settings, Advanced, REST API',
  references: ['https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication'],
});
