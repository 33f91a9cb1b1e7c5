import { defineSecret } from './define-secret.ts';

export const fortytwoClientSecret = defineSecret({
  id: 'fortytwo-client-secret',
  provider: '42 Intra',
  kind: 'client secret',
  formats: ['s-s4t2ud-{hex:64}', 's-s4t2af-{hex:64}'],
  can: 'act as the application',
  revoke: 'at profile.intra.42.fr/oauth/applications',
  references: ['https://api.intra.42.fr/apidoc/guides/getting_started'],
});
