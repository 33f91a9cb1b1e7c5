import { defineSecret } from './define-secret.ts';

export const opsgenieKey = defineSecret({
  id: 'opsgenie-key',
  provider: 'Opsgenie',
  kind: 'API key',
  formats: ['{uuid}'],
  assignedTo: ['opsgenie'],
  can: 'read and close alerts and change who is called',
  revoke: 'in Opsgenie under Settings, API key management',
  references: ['https://support.atlassian.com/opsgenie/docs/api-key-management/'],
});
