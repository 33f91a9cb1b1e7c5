import { defineSecret } from './define-secret.ts';

export const zohoToken = defineSecret({
  id: 'zoho-token',
  provider: 'Zoho',
  kind: 'access or refresh token',
  formats: ['1000.{hex:32}.{hex:32}'],
  severity: 'high',
  can: 'use the APIs that it was given for',
  references: ['https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html'],
});
