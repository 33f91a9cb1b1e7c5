import { defineSecret } from './define-secret.ts';

export const zendeskToken = defineSecret({
  id: 'zendesk-token',
  provider: 'Zendesk',
  kind: 'API token',
  formats: ['{base62:40}'],
  assignedTo: ['zendesk'],
  can: 'read and answer tickets as its owner',
  revoke: 'in the Admin Center under APIs',
  references: ['https://support.zendesk.com/hc/en-us/articles/4408889192858'],
});
