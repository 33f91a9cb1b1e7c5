import { crc32 } from 'node:zlib';
import { defineSecret } from './define-secret.ts';
import { exampleToken } from './example-token.ts';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats", 2021).
 */
function checksum(body: string): string {
  let value = crc32(body);
  let text = '';
  while (value > 0) {
    text = `${base62[value % 62]}${text}`;
    value = Math.floor(value / 62);
  }
  return text.padStart(6, '0');
}

const body = exampleToken('base62', 30);
const token = `ghp_${body}${checksum(body)}`;

export const githubToken = defineSecret({
  id: 'github-token',
  provider: 'GitHub',
  kind: 'token',
  keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  pattern: /\bgh[pousr]_(?<body>[0-9A-Za-z]{36})\b/dg,
  isValid: secret => checksum(secret.slice(4, 34)) === secret.slice(34),
  why: 'Whoever reads the repository can act as the token: read private code, push, or change settings, until it is revoked.',
  fix: 'Revoke the token at github.com/settings/tokens, issue a new one with the fewest scopes, and read it from the environment or a secret store.',
  references: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
    'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  ],
  bad: [{ path: 'src/client.ts', text: `export const token = '${token}';\n` }],
  good: [
    { path: 'src/client.ts', text: 'export const token = process.env.GITHUB_TOKEN;\n' },
    { path: 'src/client.ts', text: `export const token = 'ghp_${exampleToken('base62', 36)}';\n` },
  ],
});
