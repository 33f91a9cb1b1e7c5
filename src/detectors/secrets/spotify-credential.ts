import { defineSecret } from './define-secret.ts';

export const spotifyCredential = defineSecret({
  id: 'spotify-credential',
  provider: 'Spotify',
  kind: 'client secret',
  formats: ['{hex:32}'],
  assignedTo: ['spotify'],
  severity: 'high',
  can: 'act as the application',
  revoke: 'at developer.spotify.com/dashboard',
  references: ['https://developer.spotify.com/documentation/web-api/concepts/apps'],
});
