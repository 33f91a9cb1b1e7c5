import { Buffer } from 'node:buffer';
import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const token =
  /(?<![0-9A-Za-z_.-])(?<header>eyJ[\w-]{10,2000})\.(?<payload>eyJ[\w-]{6,8000})\.(?<signature>[\w-]{0,2000})/g;

/** The claims of the sample that documentation shows everywhere (jwt.io). */
const sampleSubject = '1234567890';

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(token)) {
    const header = decode(match.groups?.['header']);
    const claims = decode(match.groups?.['payload']);
    if (typeof header?.['alg'] !== 'string' || claims === undefined || claims['sub'] === sampleSubject)
      continue;
    const place = { start: match.index, end: match.index + match[0].length };
    // Supabase's anonymous key is made to be public: row level security protects the data.
    if (claims['role'] === 'anon') continue;
    if (claims['role'] === 'service_role') {
      yield { ...place, message: 'Supabase service role key in source.', severity: 'critical' };
    } else if (header['alg'].toLowerCase() === 'none') {
      yield { ...place, message: 'Unsigned JSON Web Token in source.', severity: 'low' };
    } else if (claims['exp'] === undefined) {
      yield { ...place, message: 'JSON Web Token without expiry in source.' };
    } else {
      yield { ...place, message: 'JSON Web Token in source.', severity: 'medium' };
    }
  }
}

function decode(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sample = (claims: object, alg = 'HS256'): string =>
  [encode({ alg, typ: 'JWT' }), encode(claims), exampleToken('base64url', 43)].join('.');

export const jsonWebToken = defineSecretRule({
  id: 'json-web-token',
  title: 'JSON Web Token',
  keywords: ['eyj'],
  severity: 'high',
  confidence: 'medium',
  what: 'Reports a JSON Web Token (RFC 7519) whose header and claims decode.',
  why: 'Whoever reads the repository can act as the subject of the token until it expires, or for ever when it does not.',
  fix: 'Revoke the session or rotate the signing key, and obtain tokens at run time instead of storing them.',
  references: ['https://www.rfc-editor.org/rfc/rfc7519', 'https://www.rfc-editor.org/rfc/rfc8725'],
  find,
  bad: [
    { path: 'src/client.ts', text: `const session = '${sample({ sub: 'deploy@acme', admin: true })}';\n` },
    { path: 'src/client.ts', text: `const key = '${sample({ role: 'service_role', iss: 'supabase' })}';\n` },
  ],
  good: [
    {
      path: 'README.md',
      text: `Authorization: Bearer ${sample({ sub: sampleSubject, name: 'John Doe' })}\n`,
    },
    { path: 'src/client.ts', text: `const key = '${sample({ role: 'anon', iss: 'supabase' })}';\n` },
  ],
});
