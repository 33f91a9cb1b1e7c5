import { defineSecret } from './define-secret.ts';

export const onepasswordServiceAccount = defineSecret({
  id: 'onepassword-service-account',
  provider: '1Password',
  kind: 'service account token',
  formats: ['ops_eyJ{base64:250+}'],
  can: 'read the vaults the service account may see',
  revoke: 'in 1Password under Developer, Service accounts',
  references: ['https://developer.1password.com/docs/service-accounts/'],
});
