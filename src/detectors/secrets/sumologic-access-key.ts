import { defineSecret } from './define-secret.ts';

export const sumologicAccessKey = defineSecret({
  id: 'sumologic-access-key',
  provider: 'Sumo Logic',
  kind: 'access key',
  formats: ['{base62:64}'],
  assignedTo: ['sumologic', 'sumo'],
  can: 'read logs and change the account',
  revoke: 'in Sumo Logic under Preferences',
  references: ['https://help.sumologic.com/docs/manage/security/access-keys/'],
});
