import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword, isTemplate } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const option =
  /(?<![\w-])(?:-u|--user|-U|--proxy-user)(?:[ \t]{1,8}|=)(?<credentials>"[^"\n]{3,200}"(?::"[^"\n]{1,200}")?|'[^'\n]{3,200}'|[^\s"':]{0,80}:(?:"[^"\n]{3,100}"|'[^'\n]{3,100}'|[^\s"']{3,100}))/dg;

/** How far before the option the command may stand, characters. */
const longestCommand = 1500;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(option)) {
    const [start, end] = match.indices?.groups?.['credentials'] ?? [0, 0];
    const credentials = text.slice(start, end).replaceAll(/["']/g, '');
    if (!/\bcurl\b/i.test(text.slice(Math.max(0, start - longestCommand), start))) continue;
    const colon = credentials.indexOf(':');
    if (colon === -1 || isTemplate(credentials)) continue;
    // Some services take the key as the name, with an empty password.
    const secret = credentials.slice(colon + 1) || credentials.slice(0, colon);
    if (secret.length < 4 || !isRealPassword(secret)) continue;
    yield { start, end, message: 'Password on the command line of curl.' };
  }
}

export const curlCredentials = defineSecretRule({
  id: 'curl-credentials',
  title: 'password on the command line of curl',
  keywords: ['curl'],
  severity: 'high',
  confidence: 'medium',
  what: 'Reports `curl -u name:password` with a password written out.',
  why: 'Whoever reads the file can sign in to that service; the command line is also visible to other processes.',
  fix: 'Change the password, and use a variable, `--netrc-file` or a configuration file outside the repository.',
  references: ['https://curl.se/docs/manpage.html#-u', 'https://everything.curl.dev/usingcurl/netrc.html'],
  find,
  bad: [
    { path: 'deploy.sh', text: `curl -u deploy:${exampleToken('base62', 16)} https://repo.acme-corp.io/\n` },
    {
      path: 'deploy.sh',
      text: `curl -X POST \\\n  --user "api:${exampleToken('base62', 16, 2)}" https://acme-corp.io\n`,
    },
  ],
  good: [
    { path: 'deploy.sh', text: 'curl --user "$NAME:$PASSWORD" https://repo.acme-corp.io/\n' },
    { path: 'README.md', text: 'curl -u user:password https://repo.acme-corp.io/\n' },
  ],
});
