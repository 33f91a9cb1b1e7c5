import { defineSecret } from './define-secret.ts';

export const infisicalToken = defineSecret({
  id: 'infisical-token',
  provider: 'Infisical',
  kind: 'service token',
  formats: ['st.{hex:24}.{hex:32}.{hex:32}'],
  can: 'read the secrets of the environment it covers',
  revoke: 'in the project under Access control',
  references: ['https://infisical.com/docs/documentation/platform/token'],
});
