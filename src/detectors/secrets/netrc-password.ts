import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const entry =
  /\b(?:machine\s{1,8}\S{1,200}|default)\s{1,8}login\s{1,8}\S{1,200}\s{1,8}password\s{1,8}(?<secret>\S{4,400})/dg;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(entry)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    if (isRealPassword(text.slice(start, end))) yield { start, end, message: 'Password in a netrc entry.' };
  }
}

export const netrcPassword = defineSecretRule({
  id: 'netrc-password',
  title: 'password in a netrc entry',
  keywords: ['machine', 'login'],
  severity: 'high',
  confidence: 'high',
  why: 'Whoever reads the file can sign in to the machine it names.',
  fix: 'Change the password, and write the netrc file at run time from a secret store.',
  references: ['https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html'],
  find,
  bad: [
    {
      path: '.netrc',
      text: `machine api.acme-corp.io\n  login ci\n  password ${exampleToken('base62', 16)}\n`,
    },
  ],
  good: [{ path: '.netrc', text: 'machine api.acme-corp.io login ci password $TOKEN\n' }],
});
