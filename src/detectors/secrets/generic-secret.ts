import { Buffer } from 'node:buffer';
import type { Detector, SourceFile } from '../../contracts/detector.ts';
import { type Assignment, assignmentsOf } from './assignments.ts';
import { exampleToken } from './example-token.ts';
import { isPlaceholder } from './placeholder.ts';
import { findProviderSecrets } from './provider-scan.ts';
import { isPublishedSample } from './published-samples.ts';
import { isDataPath, isMinified, isQuietPath } from './quiet-paths.ts';
import { isUuid, looksLikePassword, looksRandom } from './randomness.ts';
import { isRealPassword } from './real-password.ts';
import { type SecretKind, secretKindOf } from './secret-name.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** Characters of text around a value in which another rule may recognise it. */
const surroundings = 200;

function* find(file: SourceFile): Iterable<FoundSecret> {
  if (isMinified(file.text)) return;
  const seen = new Set<number>();
  for (const assignment of assignmentsOf(file)) {
    const kind = judge(assignment, file.path);
    if (kind === undefined || seen.has(assignment.start)) continue;
    seen.add(assignment.start);
    const { start, value } = assignment;
    const end = start + value.length;
    if (isKnownFormat(file, { start, end })) continue;
    yield kind === 'password'
      ? { start, end, message: 'Value assigned to a password looks real.', confidence: 'low' }
      : { start, end, message: 'Random value assigned to a name that announces a secret.' };
  }
}

function judge({ name, value, quoted, inExpression }: Assignment, path: string): SecretKind | undefined {
  if (inExpression) return undefined;
  const kind = secretKindOf(name);
  if (kind === undefined || !isRealPassword(value)) return undefined;
  if (isPublishedSample(value) || isPlaceholder(decodedOf(value))) return undefined;
  if (isUuid(value)) return kind;
  if (looksRandom(value)) return kind;
  return kind === 'password' && (quoted || isDataPath(path)) && looksLikePassword(value) ? kind : undefined;
}

/** What base64 text says, or the text itself: an encoded placeholder is one. */
function decodedOf(value: string): string {
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]{6,}$/.test(decoded) ? decoded : value;
}

/** Whether a rule for a provider reports the same value: one finding says more than two. */
function isKnownFormat(file: SourceFile, value: { readonly start: number; readonly end: number }): boolean {
  const from = Math.max(0, value.start - surroundings);
  const text = file.text.slice(from, value.end + surroundings);
  return findProviderSecrets(text, file.path).some(
    ({ found }) => from + found.start < value.end && value.start < from + found.end,
  );
}

export const genericSecret: Detector = defineSecretRule({
  id: 'generic-secret',
  title: 'secret of unknown kind',
  keywords: ['secret', 'token', 'pass', 'pwd', 'key', 'credential', 'auth', 'bearer'],
  appliesTo: path => !isQuietPath(path),
  severity: 'high',
  confidence: 'medium',
  what: 'Reports random-looking values assigned to names such as `api_key`, `clientSecret` or `DB_PASSWORD` in formats that no other rule knows. Placeholders, templates, paths, hashes, tests, locks and generated files are left alone.',
  why: 'Whoever reads the repository can use the credential for whatever it opens.',
  fix: 'Revoke the credential where it was issued, issue a new one, and read it from the environment or a secret store.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  find,
  bad: [
    { path: 'src/client.ts', text: `const internalApiKey = '${exampleToken('base62', 32)}';\n` },
    { path: 'values.yaml', text: `auth:\n  client_secret: ${exampleToken('hex', 40)}\n` },
    { path: 'settings.py', text: `DB_PASSWORD = "${exampleToken('base62', 12, 7)}!x9"\n` },
    { path: 'deploy.yaml', text: `- name: SIGNING_KEY\n  value: "${exampleToken('base62', 44)}"\n` },
  ],
  good: [
    { path: 'src/client.ts', text: 'const apiKey = process.env.API_KEY;\n' },
    { path: 'src/client.ts', text: "const apiKey = 'your-api-key-goes-here';\n" },
    { path: 'src/client.ts', text: `const publicKey = '${exampleToken('base62', 44)}';\n` },
    { path: 'src/client.ts', text: `const commitHash = '${exampleToken('hex', 40)}';\n` },
    { path: 'test/client.test.ts', text: `const token = '${exampleToken('base62', 32)}';\n` },
    {
      path: 'src/i18n.ts',
      text: "const messages = { password: 'Enter your password, 8 characters or more' };\n",
    },
  ],
});
