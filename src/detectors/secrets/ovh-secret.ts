import { defineSecret } from './define-secret.ts';

export const ovhSecret = defineSecret({
  id: 'ovh-secret',
  provider: 'OVHcloud',
  kind: 'application secret or consumer key',
  formats: ['{base62:32}'],
  assignedTo: ['ovh'],
  can: 'change the resources of the account',
  references: ['https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api'],
});
