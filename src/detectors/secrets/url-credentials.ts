import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword, isTemplate, isUnreachableHost } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const url =
  /\b(?<scheme>https?|s?ftps?|wss?|ssh|git|smtps?|imaps?|ldaps?):\/\/(?<user>[^\s"'`<>:/@?#\\]{0,100}):(?<password>[^\s"'`<>/@?#\\]{3,200})@(?<host>[\w.[\]:-]{3,200})/dgi;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(url)) {
    const { user = '', password = '', host = '' } = match.groups ?? {};
    const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
    if (!isRealPassword(password) || isTemplate(user) || isUnreachableHost(host)) continue;
    yield { start, end, message: 'Password in a URL.' };
  }
}

export const urlCredentials = defineSecretRule({
  id: 'url-credentials',
  title: 'password in a URL',
  keywords: ['://'],
  severity: 'high',
  confidence: 'medium',
  what: 'Reports a URL that carries a user name and a password (RFC 3986, section 3.2.1).',
  why: 'Whoever reads the file can sign in to that host; URLs also end up in logs, histories and referrers.',
  fix: 'Change the password, and pass credentials through the environment, a secret store or a credential helper.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    'https://cwe.mitre.org/data/definitions/798.html',
  ],
  find,
  bad: [
    {
      path: 'setup.sh',
      text: `curl https://deploy:${exampleToken('base62', 16)}@artifacts.acme-corp.io/app.tgz\n`,
    },
    {
      path: 'pip.conf',
      text: `index-url = https://ci:${exampleToken('lower', 12, 3)}@pypi.acme-corp.io/simple\n`,
    },
  ],
  good: [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own syntax is the example.
    { path: 'setup.sh', text: 'curl "https://deploy:${DEPLOY_TOKEN}@artifacts.acme-corp.io/app.tgz"\n' },
    { path: 'README.md', text: 'http://user:password@example.com/\n' },
    { path: 'README.md', text: 'http://admin:s3cr3t-9x@localhost:8080/\n' },
  ],
});
