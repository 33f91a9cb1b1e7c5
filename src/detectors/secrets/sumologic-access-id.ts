import { defineSecret } from './define-secret.ts';

export const sumologicAccessId = defineSecret({
  id: 'sumologic-access-id',
  provider: 'Sumo Logic',
  kind: 'access ID',
  formats: ['su{base62:12}'],
  assignedTo: ['sumologic', 'sumo'],
  severity: 'medium',
  can: 'with the access key read logs and change the account',
  revoke: 'in Sumo Logic under Preferences',
  references: ['https://help.sumologic.com/docs/manage/security/access-keys/'],
});
