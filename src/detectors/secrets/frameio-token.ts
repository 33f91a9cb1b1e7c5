import { defineSecret } from './define-secret.ts';

export const frameioToken = defineSecret({
  id: 'frameio-token',
  provider: 'Frame.io',
  kind: 'developer token',
  formats: ['fio-u-{token:64}'],
  can: 'read and change the projects of its owner',
  revoke: 'at developer.frame.io',
  references: ['https://developer.frame.io/docs/getting-started/authentication'],
});
