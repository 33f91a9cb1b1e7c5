import { defineSecret } from './define-secret.ts';

export const amazonMwsToken = defineSecret({
  id: 'amazon-mws-token',
  provider: 'Amazon',
  kind: 'marketplace auth token',
  formats: ['amzn.mws.{uuid}'],
  can: 'read orders and change listings of the seller',
  revoke: 'in Seller Central',
  references: ['https://developer-docs.amazon.com/sp-api/'],
});
