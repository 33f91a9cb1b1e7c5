import { defineSecret } from './define-secret.ts';

export const rollbarToken = defineSecret({
  id: 'rollbar-token',
  provider: 'Rollbar',
  kind: 'access token',
  formats: ['{hex:32}'],
  assignedTo: ['rollbar'],
  severity: 'high',
  can: 'read errors or send false ones',
  revoke: 'in the project under Settings, Access tokens',
  references: ['https://docs.rollbar.com/docs/access-tokens'],
});
