import { hasBase62Checksum, withBase62Checksum } from './base62-checksum.ts';
import { defineSecret } from './define-secret.ts';

export const githubToken = defineSecret({
  id: 'github-token',
  provider: 'GitHub',
  kind: 'token',
  formats: ['ghp_{base62:36}', 'gho_{base62:36}', 'ghu_{base62:36}', 'ghs_{base62:36}', 'ghr_{base62:36}'],
  hasChecksum: hasBase62Checksum,
  sample: withBase62Checksum,
  can: 'act as the token: read private code, push, or change settings',
  revoke: 'at github.com/settings/tokens',
  references: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
    'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  ],
});
