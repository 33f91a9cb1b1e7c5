import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isPlaceholder } from './placeholder.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** `d` is the private exponent or scalar, `k` the value of a symmetric key (RFC 7518, section 6). */
const member = /\b["']?[dk]["']?\s{0,4}:\s{0,4}["'](?<secret>[\w-]{20,2000})["']/dg;
/** How far `kty` may stand from the private part, characters. */
const longestKey = 3000;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(member)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    const around = text.slice(Math.max(0, start - longestKey), end + longestKey);
    if (!/["']?kty["']?\s{0,4}:\s{0,4}["'](?:RSA|EC|OKP|oct)["']/.test(around)) continue;
    if (!isPlaceholder(text.slice(start, end))) yield { start, end, message: 'Private JSON Web Key.' };
  }
}

const key = (part: string): string =>
  `{ "kty": "EC", "crv": "P-256", "x": "x", "${part}": "${exampleToken('base64url', 43)}" }\n`;

export const privateJsonWebKey = defineSecretRule({
  id: 'private-json-web-key',
  title: 'private JSON Web Key',
  keywords: ['kty'],
  confidence: 'high',
  why: 'Whoever reads the repository can sign or decrypt as the owner of the key.',
  fix: 'Take the key out of the published key set, make a new one, and keep the private half in a secret store.',
  references: ['https://www.rfc-editor.org/rfc/rfc7517', 'https://www.rfc-editor.org/rfc/rfc7518#section-6'],
  find,
  bad: [{ path: 'keys.json', text: key('d') }],
  good: [{ path: 'jwks.json', text: key('y') }],
});
