import { defineSecret } from './define-secret.ts';

export const retoolToken = defineSecret({
  id: 'retool-token',
  provider: 'Retool',
  kind: 'API token',
  formats: ['retool_01{lower:26}'],
  can: 'read and change the apps',
  references: ['https://docs.retool.com/org-users/guides/retool-api/authentication'],
});
