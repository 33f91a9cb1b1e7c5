import { userRuleMetadata } from '../../analysis/user-rules/user-detectors.ts';
import { userRulePrefix } from '../../config/user-rules/parse-user-rules.ts';
import type { RuleMetadata } from '../../contracts/detector.ts';
import { rules as catalogue } from '../../detectors/rules.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { findRepository } from '../../git/find-repository.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { loadOwnRules, readOwnRules } from '../own-rules.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander hands them over. */
export type CatalogueOptions = { readonly format?: string; readonly json?: boolean };

const formats = ['text', 'json', 'markdown'] as const;

/** `devops rules`: the catalogue. */
export async function rules(options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const metas = [...catalogue, ...(await ownRules(terminal.folder))];
  switch (chooseFormat(options, formats)) {
    case 'json':
      terminal.write(`${JSON.stringify(metas.map(withoutExamples), null, 2)}\n`);
      break;
    case 'markdown':
      terminal.write(renderTable(metas));
      break;
    case 'text':
      terminal.write(renderList(metas, terminal.colour));
      break;
  }
  return exitCodes.passed;
}

/** `devops explain <rule>`: one rule in full. @throws UsageError for an id that no rule has. */
export async function explain(id: string, options: CatalogueOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, formats);
  const known = catalogue.find(rule => rule.id === id);
  const own = known === undefined ? await ownRules(terminal.folder) : [];
  const meta = known ?? own.find(rule => rule.id === id || rule.id === `${userRulePrefix}${id}`);
  if (meta === undefined) {
    const ids = [...catalogue, ...own].map(rule => rule.id);
    throw new UsageError(`There is no rule "${id}"; \`devops rules\` lists them.${didYouMean(id, ids)}`);
  }
  if (format === 'json') terminal.write(`${JSON.stringify(withoutExamples(meta), null, 2)}\n`);
  else terminal.write(renderPage(meta, format === 'text' && terminal.colour));
  return exitCodes.passed;
}

/** The rules of the repository that the folder is in; those that cannot be used are left to `devops rules test`. */
async function ownRules(folder: string): Promise<readonly RuleMetadata[]> {
  const { rules: own } = await loadOwnRules(readOwnRules((await findRepository(folder)) ?? folder));
  return own.map(userRuleMetadata);
}

/** Examples are for the tests and the page: some hold text that looks like a secret. */
function withoutExamples({ examples: _examples, ...meta }: RuleMetadata): Omit<RuleMetadata, 'examples'> {
  return meta;
}

function renderList(metas: readonly RuleMetadata[], colour: boolean): string {
  const paint = createPaint(colour);
  const width = Math.max(...metas.map(({ id }) => id.length));
  const families = [...new Set(metas.map(({ family }) => family))];
  const sections = families.map(family => {
    const lines = metas
      .filter(meta => meta.family === family)
      .map(meta => {
        const severity = paint.severity(meta.severity, meta.severity.padEnd(8));
        return `  ${meta.id.padEnd(width)}  ${severity}  ${meta.title}`;
      });
    return [paint.bold(family), ...lines].join('\n');
  });
  return `${sections.join('\n\n')}\n\n${metas.length} rules. \`devops explain <rule>\` tells more.\n`;
}

function renderTable(metas: readonly RuleMetadata[]): string {
  const rows = metas.map(
    meta => `| \`${meta.id}\` | ${meta.family} | ${meta.severity} | ${meta.confidence} | ${meta.title} |`,
  );
  return ['| Rule | Family | Severity | Confidence | Reports |', '|---|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}

function renderPage(meta: RuleMetadata, colour: boolean): string {
  const paint = createPaint(colour);
  const weaknesses = [...meta.cwe, ...(meta.owasp ?? []).map(category => `OWASP ${category}:2021`)];
  return [
    `# ${paint.bold(meta.id)}`,
    '',
    `${meta.title}. ${paint.severity(meta.severity, meta.severity)}, confidence ${meta.confidence}${weaknesses.length === 0 ? '' : `, ${weaknesses.join(', ')}`}.`,
    '',
    meta.what,
    '',
    `${paint.bold('Why it matters.')} ${meta.why}`,
    '',
    `${paint.bold('How to fix it.')} ${meta.fix}`,
    '',
    ...meta.references.map(reference => `- ${reference}`),
    '',
    `Turn it off in .github/devops.yml with \`review: { rules: { ${meta.id}: off } }\`.`,
    '',
  ].join('\n');
}
