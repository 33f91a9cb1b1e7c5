import { Buffer } from 'node:buffer';
import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** An HTTP header, a docker `"auth"` entry, or npm's `_auth`. */
const header =
  /(?:\bbasic[ \t]{1,4}|"auth"[ \t]{0,4}:[ \t]{0,4}"|\b_auth[ \t]{0,4}=[ \t]{0,4}"?)(?<secret>[A-Za-z0-9+/]{8,800}={0,2})(?![A-Za-z0-9+/=.])/dgi;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(header)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    if (hasPassword(text.slice(start, end))) yield { start, end, message: 'Name and password in base64.' };
  }
}

/** Whether base64 text is `name:password` (RFC 7617) with a password that protects something. */
function hasPassword(encoded: string): boolean {
  const credentials = Buffer.from(encoded, 'base64').toString('latin1');
  if (!/^[\x20-\x7e]+$/.test(credentials)) return false;
  const password = credentials.slice(credentials.indexOf(':') + 1);
  return credentials.includes(':') && password.length > 3 && isRealPassword(password);
}

const encode = (credentials: string): string => Buffer.from(credentials).toString('base64');
const sample = encode(`deploy:${exampleToken('base62', 18)}`);

export const basicAuthHeader = defineSecretRule({
  id: 'basic-auth-header',
  title: 'name and password in base64',
  keywords: ['basic', '"auth"', '_auth'],
  severity: 'high',
  confidence: 'high',
  what: 'Reports basic authentication (RFC 7617) written out: a header, a registry entry of Docker, `_auth` of npm.',
  why: 'Base64 is no encryption: whoever reads the file can sign in.',
  fix: 'Change the password, and build the header at run time from the environment or a secret store.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc7617',
    'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    'https://docs.npmjs.com/cli/v11/configuring-npm/npmrc#auth-related-configuration',
  ],
  find,
  bad: [
    { path: 'request.http', text: `Authorization: Basic ${sample}\n` },
    { path: '.docker/config.json', text: `{ "auths": { "ghcr.io": { "auth": "${sample}" } } }\n` },
    { path: '.npmrc', text: `//npm.acme-corp.io/:_auth=${sample}\n` },
  ],
  good: [
    { path: 'request.http', text: `Authorization: Basic ${encode('user:password')}\n` },
    { path: 'README.md', text: 'Basic authentication is described in RFC 7617.\n' },
  ],
});
