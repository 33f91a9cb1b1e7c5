import { defineSecret } from './define-secret.ts';

export const travisCiToken = defineSecret({
  id: 'travis-ci-token',
  provider: 'Travis CI',
  kind: 'API token',
  formats: ['{base64url:22}'],
  assignedTo: ['travis'],
  can: 'start builds and read settings',
  revoke: 'at app.travis-ci.com/account/preferences',
  references: ['https://docs.travis-ci.com/user/triggering-builds/'],
});
