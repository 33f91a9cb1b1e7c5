import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPublishedSample } from './published-samples.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

const entry = /<add\s{1,8}key="(?:ClearText)?Password"\s{1,8}value="(?<secret>[^"\n]{6,400})"/dgi;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(entry)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    const secret = text.slice(start, end);
    // Variables of the environment stand as %NAME%.
    if (/^%\w+%$/.test(secret) || new Set(secret).size < 4 || isPublishedSample(secret)) continue;
    if (/^(?:your|my)?[-_ ]?(?:password|placeholder)$/i.test(secret) || /\*{3}/.test(secret)) continue;
    if (secret.length < 24 || !isPlaceholder(secret))
      yield { start, end, message: 'Password of a NuGet feed.' };
  }
}

const add = (key: string, value: string): string => `<add key="${key}" value="${value}" />\n`;

export const nugetConfigPassword = defineSecretRule({
  id: 'nuget-config-password',
  title: 'password of a NuGet feed',
  appliesTo: path => /(?:^|\/)nuget[^/]{0,40}\.config$/i.test(path),
  keywords: ['password"'],
  severity: 'high',
  confidence: 'high',
  why: 'Whoever reads the repository can read the feed, and publish to it as far as the account may.',
  fix: 'Change the password, and keep it in the configuration of the user or in an environment variable (`%NAME%`).',
  references: [
    'https://learn.microsoft.com/en-us/nuget/reference/nuget-config-file#packagesourcecredentials',
  ],
  find,
  bad: [{ path: 'nuget.config', text: add('ClearTextPassword', exampleToken('base62', 14)) }],
  good: [{ path: 'nuget.config', text: add('ClearTextPassword', '%FEED_PASSWORD%') }],
});
