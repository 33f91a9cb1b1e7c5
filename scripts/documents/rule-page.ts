import type { RuleExample, RuleMetadata } from '../../src/contracts/detector.ts';

/** Masks what the secrets rules find: pages must not hold realistic tokens, push protection refuses them. */
export type Redact = (path: string, text: string) => string;

/** The page of one rule: what, why, bad and good example, fix, references. The examples are tests. */
export function rulePage(meta: RuleMetadata, redact: Redact): string {
  const owasp = (meta.owasp ?? []).map(category => `OWASP ${category}:2021`);
  const facts = [
    `severity **${meta.severity}**`,
    `confidence **${meta.confidence}**`,
    ...meta.cwe.map(cweLink),
    ...owasp,
  ];
  return [
    `# ${meta.id}`,
    `${meta.title} · ${meta.family} · ${facts.join(' · ')}`,
    meta.what,
    `## Why it matters\n${meta.why}`,
    `## Found\n${meta.examples.bad
      .slice(0, 2)
      .map(example => exampleBlock(example, redact))
      .join('\n\n')}`,
    `## Not found\n${meta.examples.good
      .slice(0, 2)
      .map(example => exampleBlock(example, redact))
      .join('\n\n')}`,
    `## How to fix it\n${meta.fix}`,
    `## References\n${meta.references.map(url => `- <${url}>`).join('\n')}`,
    `Switch it off or give it another severity in \`.github/devops.yml\`: \`review.rules.${meta.id}: off\`.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function cweLink(cwe: string): string {
  return `[${cwe}](https://cwe.mitre.org/data/definitions/${cwe.replace(/\D/g, '')}.html)`;
}

function exampleBlock({ path, text }: RuleExample, redact: Redact): string {
  const shown = visible(redact(path, text)).trimEnd().split('\n').slice(0, 40).join('\n');
  // Longer than any run of backticks inside, so that the example cannot end it.
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\`${path}\`\n\n${fence}${languageOf(path)}\n${shown}\n${fence}`;
}

/** Invisible and bidirectional characters as their code points: a page about them must not contain them. */
function visible(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cf}\p{Cc}]/gu, character =>
    character === '\r'
      ? ''
      : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^dockerfile/i.test(name)) return 'dockerfile';
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return { yml: 'yaml', tf: 'hcl', mjs: 'js', cjs: 'js' }[extension] ?? (name.includes('.') ? extension : '');
}
