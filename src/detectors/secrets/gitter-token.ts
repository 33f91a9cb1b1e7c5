import { defineSecret } from './define-secret.ts';

export const gitterToken = defineSecret({
  id: 'gitter-token',
  provider: 'Gitter',
  kind: 'access token',
  formats: ['{base64url:40}'],
  assignedTo: ['gitter'],
  severity: 'high',
  can: 'read and post as its owner',
  revoke: 'at developer.gitter.im',
  references: ['https://developer.gitter.im/docs/authentication'],
});
