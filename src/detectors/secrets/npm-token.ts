import { hasBase62Checksum, withBase62Checksum } from './base62-checksum.ts';
import { defineSecret } from './define-secret.ts';

export const npmToken = defineSecret({
  id: 'npm-token',
  provider: 'npm',
  kind: 'access token',
  formats: ['npm_{base62:36}'],
  hasChecksum: hasBase62Checksum,
  sample: withBase62Checksum,
  can: 'read private packages and, with a publish token, release new versions to everyone who installs them',
  revoke: 'at npmjs.com under Access Tokens, or with `npm token revoke`',
  references: [
    'https://docs.npmjs.com/about-access-tokens',
    'https://github.blog/2021-09-23-announcing-npms-new-access-token-format/',
  ],
});
