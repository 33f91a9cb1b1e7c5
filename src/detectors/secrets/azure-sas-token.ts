import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** `sv` is the version of the service, `sig` the signature; their order is free. */
const signature = /[?&;]sig=(?<secret>[A-Za-z0-9%+/]{40,80}(?:%3[Dd]|=))/dg;
/** How far `sv` or `se` may stand from `sig`, characters. */
const longestQuery = 400;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const match of text.matchAll(signature)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [0, 0];
    const around = text.slice(Math.max(0, start - longestQuery), end + longestQuery);
    if (!/[?&"';]s[ve]=20\d\d-?\d\d|[?&]se=\d{10}|[?&]sv=/.test(around)) continue;
    yield { start, end, message: 'Azure shared access signature.' };
  }
}

const query = `sv=2024-11-04&ss=b&sp=rwl&se=2030-01-01T00:00:00Z&sig=${exampleToken('base62', 43)}%3D`;

export const azureSasToken = defineSecretRule({
  id: 'azure-sas-token',
  title: 'Azure shared access signature',
  keywords: ['sig='],
  severity: 'high',
  confidence: 'high',
  why: 'Whoever reads the repository can do what the signature permits until it expires; it cannot be revoked alone.',
  fix: 'Rotate the key it was signed with (or the stored access policy), and hand out short-lived user delegation signatures.',
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview'],
  find,
  bad: [
    { path: 'src/upload.ts', text: `const url = 'https://acme.blob.core.windows.net/files?${query}';\n` },
  ],
  good: [{ path: 'src/upload.ts', text: 'const url = `${base}?sv=2024-11-04&sig=${signature}`;\n' }],
});
