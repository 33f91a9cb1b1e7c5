import { Buffer } from 'node:buffer';
import type { Detector, SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { findHiddenSecret } from './hidden-secret.ts';
import { isQuietPath } from './quiet-paths.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** Base64 of either alphabet, longer than what the shortest token encodes to. */
const run = /(?<![0-9A-Za-z+/=_-])[0-9A-Za-z+/_-]{24,16384}={0,2}/g;
/** Characters of base64 that tell whether it encodes text: 12 bytes. */
const probe = 16;
/** What stands in front of pictures and fonts. */
const dataUrl = /;base64,$|(?:sha\d{3}|md5)-$/;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(run)) {
    if (!isPrintable(decode(match[0].slice(0, probe)))) continue;
    if (dataUrl.test(text.slice(Math.max(0, match.index - 10), match.index))) continue;
    const plain = decode(match[0]);
    const hidden = isPrintable(plain) ? findHiddenSecret(plain) : undefined;
    if (hidden === undefined) continue;
    const { title, severity, confidence } = hidden;
    const end = match.index + match[0].length;
    yield { start: match.index, end, message: `Base64 of a ${title}.`, severity, confidence };
  }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1');
}

function isPrintable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(text);
}

const encode = (text: string): string => Buffer.from(text).toString('base64');
const secret = `xapp-1-A0${exampleToken('digits', 9)}-${exampleToken('digits', 13)}-${exampleToken('hex', 64)}`;

export const encodedSecret: Detector = defineSecretRule({
  id: 'encoded-secret',
  title: 'secret encoded in base64',
  appliesTo: path => !isQuietPath(path),
  confidence: 'medium',
  what: 'Reports base64 text that decodes to a secret which another rule knows, such as a wrapped token, a whole `.env` file or a key.',
  why: 'Base64 is no encryption: whoever reads the repository decodes it, and the secret works until it is revoked.',
  fix: 'Revoke the secret where it was issued, issue a new one, and read it from the environment or a secret store.',
  references: ['https://www.rfc-editor.org/rfc/rfc4648', 'https://cwe.mitre.org/data/definitions/312.html'],
  find,
  bad: [
    { path: 'src/client.ts', text: `const wrapped = '${encode(secret)}';\n` },
    { path: 'ci.yml', text: `ENV_FILE: ${encode(`DEBUG=1\nSLACK=${secret}\n`)}\n` },
  ],
  good: [
    {
      path: 'src/client.ts',
      text: `const greeting = '${encode('Good morning, dear reader of this text')}';\n`,
    },
    { path: 'src/logo.ts', text: `const logo = 'data:image/png;base64,${exampleToken('base62', 200)}';\n` },
  ],
});
