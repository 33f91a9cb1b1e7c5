import { defineSecret } from './define-secret.ts';

export const mercadopagoToken = defineSecret({
  id: 'mercadopago-token',
  provider: 'Mercado Pago',
  kind: 'access token',
  formats: ['APP_USR-{digits:12-20}-{digits:6}-{hex:32}-{digits:6-12}'],
  can: 'take and return payments',
  references: ['https://www.mercadopago.com/developers/en/docs/your-integrations/credentials'],
});
