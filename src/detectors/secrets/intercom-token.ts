import { defineSecret } from './define-secret.ts';

export const intercomToken = defineSecret({
  id: 'intercom-token',
  provider: 'Intercom',
  kind: 'access token',
  formats: ['dG9rO{base64:54}='],
  can: 'read conversations and customers',
  revoke: 'at app.intercom.com/a/apps under Developer hub',
  references: ['https://developers.intercom.com/docs/build-an-integration/learn-more/authentication'],
});
