import { defineSecret } from './define-secret.ts';

export const typeformToken = defineSecret({
  id: 'typeform-token',
  provider: 'Typeform',
  kind: 'personal access token',
  formats: ['tfp_{dotted:40-70}'],
  can: 'read the answers to your forms',
  revoke: 'at admin.typeform.com/account#/section/tokens',
  references: ['https://www.typeform.com/developers/get-started/personal-access-token/'],
});
