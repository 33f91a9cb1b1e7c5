import { defineSecret } from './define-secret.ts';

export const openVsxToken = defineSecret({
  id: 'open-vsx-token',
  provider: 'Open VSX',
  kind: 'access token',
  formats: ['ovsxp_{uuid}', 'ovsxat_{uuid}'],
  can: 'publish extensions',
  references: ['https://github.com/eclipse/openvsx/wiki/Publishing-Extensions'],
});
