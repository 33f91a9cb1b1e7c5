import { defineSecret } from './define-secret.ts';

export const dropboxCredential = defineSecret({
  id: 'dropbox-credential',
  provider: 'Dropbox',
  kind: 'app secret or long-lived token',
  formats: ['{lower:15}', '{lower:11}AAAAAAAAAA{token:43}', '{base64url:64}'],
  assignedTo: ['dropbox'],
  can: 'read and change the files of those who connected the app',
  revoke: 'at dropbox.com/developers/apps',
  references: ['https://developers.dropbox.com/oauth-guide'],
});
