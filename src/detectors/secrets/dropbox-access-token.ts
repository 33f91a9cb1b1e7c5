import { defineSecret } from './define-secret.ts';

export const dropboxAccessToken = defineSecret({
  id: 'dropbox-access-token',
  provider: 'Dropbox',
  kind: 'short-lived access token',
  formats: ['sl.{token:130-200}', 'sl.u.{token:130+}'],
  severity: 'high',
  can: 'read and change the files until it expires',
  revoke: 'at dropbox.com/account/connected_apps',
  references: ['https://developers.dropbox.com/oauth-guide'],
});
