import { defineSecret } from './define-secret.ts';

export const crowdinToken = defineSecret({
  id: 'crowdin-token',
  provider: 'Crowdin',
  kind: 'personal access token',
  formats: ['{hex:80}'],
  assignedTo: ['crowdin'],
  severity: 'high',
  can: 'read and change translations',
  revoke: 'at crowdin.com/settings#api-key',
  references: ['https://support.crowdin.com/developer/api/'],
});
