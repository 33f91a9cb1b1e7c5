import { defineSecret } from './define-secret.ts';

export const linkedinClientSecret = defineSecret({
  id: 'linkedin-client-secret',
  provider: 'LinkedIn',
  kind: 'client secret',
  formats: ['{base62:16}', 'WPL_AP1.{base62:16}.{base64:6-8}=='],
  assignedTo: ['linkedin'],
  can: 'act as the application',
  revoke: 'at linkedin.com/developers/apps',
  references: ['https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow'],
});
