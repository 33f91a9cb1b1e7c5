import { defineSecret } from './define-secret.ts';

export const linkedinClientId = defineSecret({
  id: 'linkedin-client-id',
  provider: 'LinkedIn',
  kind: 'client ID',
  formats: ['{lower:14}'],
  assignedTo: ['linkedin'],
  severity: 'low',
  can: 'name your application; with the secret, act as it',
  revoke: 'at linkedin.com/developers/apps',
  references: ['https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow'],
});
