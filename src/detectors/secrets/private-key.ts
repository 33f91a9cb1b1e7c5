import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** The labels of RFC 7468, OpenSSH, and RFC 4880. */
const header =
  /-----BEGIN[ ](?<label>(?:[A-Z0-9]{2,12}[ ]){0,2}PRIVATE KEY(?: BLOCK)?)-----|PuTTY-User-Key-File-[23]:/g;

/** Longest key text looked at, characters: a 16,384-bit RSA key in PEM has about 13,000. */
const longestKey = 16_384;

/** Without a footer, key material must follow at once. */
const unfinishedKey = /^(?:\\[nr]|[\s"'`+,\\]){1,60}[A-Za-z0-9+/]{40}[A-Za-z0-9+/=\s\\"'`,]{0,16000}/;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(header)) {
    const bodyStart = match.index + match[0].length;
    const window = text.slice(bodyStart, bodyStart + longestKey);
    const footer = /-----END[^-\n]{0,40}-----|Private-MAC:/.exec(window);
    const body = footer === null ? (unfinishedKey.exec(window)?.[0] ?? '') : window.slice(0, footer.index);
    if (!hasKeyMaterial(body)) continue;
    const encrypted = /ENCRYPTED|Encryption: aes/.test(`${match[0]}${body.slice(0, 200)}`);
    const place = { start: match.index, end: bodyStart + body.length + (footer?.[0].length ?? 0) };
    yield encrypted
      ? { ...place, message: 'Encrypted private key in source.', severity: 'medium' }
      : { ...place, message: 'Private key in source.' };
  }
}

/** At least one line of base64 as keys have it, rather than the code or the prose behind a mention. */
function hasKeyMaterial(body: string): boolean {
  const material = body.match(/[A-Za-z0-9+/]{40,}(?![A-Za-z0-9+/]|\.\.\.)/g) ?? [];
  return material.some(line => new Set(line).size > 12 && /\d/.test(line));
}

const lines = Array.from({ length: 6 }, (_, index) =>
  exampleToken('base64url', 64, index + 1).replaceAll(/[-_]/g, 'A'),
);
const label = (kind: string, edge: 'BEGIN' | 'END'): string => `-----${edge} ${kind}PRIVATE KEY-----`;
const pem = (kind: string, separator: string): string =>
  [label(kind, 'BEGIN'), ...lines, label(kind, 'END')].join(separator);

export const privateKey = defineSecretRule({
  id: 'private-key',
  title: 'private key',
  keywords: ['private key', 'putty-user-key-file'],
  confidence: 'high',
  what: 'Reports a private key (PEM, OpenSSH, PGP, PuTTY) with its key material, on one or several lines.',
  why: 'Whoever reads the repository can sign, decrypt or sign in as the owner of the key, and nothing shows that it happened.',
  fix: 'Take the public key out of use everywhere (authorized keys, certificates, trust stores), make a new pair, and keep the private half in a secret store.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc7468',
    'https://www.rfc-editor.org/rfc/rfc4880#section-6.2',
  ],
  find,
  bad: [
    { path: 'id_rsa', text: `${pem('RSA ', '\n')}\n` },
    { path: 'src/keys.ts', text: `export const key = "${pem('', '\\n')}";\n` },
    { path: 'Keys.java', text: `String key = "${pem('EC ', '\\n" +\n  "')}";\n` },
  ],
  good: [
    { path: 'src/parse.ts', text: `if (text.startsWith('${label('', 'BEGIN')}')) return parse(text);\n` },
    { path: 'README.md', text: `${label('', 'BEGIN')}\n...\n${label('', 'END')}\n` },
  ],
});
