import { defineSecret } from './define-secret.ts';

export const intercomLegacyToken = defineSecret({
  id: 'intercom-legacy-token',
  provider: 'Intercom',
  kind: 'API key',
  formats: ['{token:60}'],
  assignedTo: ['intercom'],
  can: 'read conversations and customers',
  revoke: 'at app.intercom.com/a/apps under Developer hub',
  references: ['https://developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
});
