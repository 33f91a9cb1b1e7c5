import type { Config } from '../contracts/config.ts';
import { closest } from '../did-you-mean.ts';
import { type ConfigProblem, quoted } from './config-problem.ts';
import { mergeConfigs } from './merge.ts';
import { severitiesOf } from './merge-code-review.ts';
import { readYaml, type SettingProblem } from './read-yaml.ts';
import { type WrittenConfig, writtenConfigSchema } from './schema.ts';

/** Most errors that are listed for one file. */
const maxErrors = 50;

/** A file after parsing. With errors, `written` is empty and `config` the defaults: a broken file sets nothing. */
export type ParsedConfig = {
  readonly config: Config;
  readonly written: WrittenConfig;
  readonly errors: readonly ConfigProblem[];
  readonly warnings: readonly ConfigProblem[];
};

/**
 * Parses `.github/devops.yml`. Pure and total: whatever the text, it returns, and every problem carries its place.
 * @param options.ruleIds the rules that exist; ids with a slash belong to other tools and are not checked.
 */
export function parseConfig(
  text: string,
  options: { readonly file: string; readonly ruleIds: readonly string[] },
): ParsedConfig {
  const reading = readYaml(text, { file: options.file, schema: writtenConfigSchema });
  if (reading.kind === 'problems') return parsed({}, reading.errors);
  return parsed(reading.value, unknownRules(reading.value, options.ruleIds).map(reading.problemAt));
}

function parsed(written: WrittenConfig, errors: readonly ConfigProblem[]): ParsedConfig {
  const kept = errors.length === 0 ? written : {};
  const { config } = mergeConfigs({ repository: kept, severityOf: () => undefined });
  return { config, written: kept, errors: errors.slice(0, maxErrors), warnings: [] };
}

function unknownRules(written: WrittenConfig, ruleIds: readonly string[]): readonly SettingProblem[] {
  const rules = written.review?.rules;
  return Object.keys(severitiesOf(rules))
    .filter(rule => !rule.includes('/') && !ruleIds.includes(rule))
    .map(rule => ({
      ...placeOf(rules, rule),
      message: `There is no rule ${quoted(rule)}; \`devops rules\` lists them.`,
      suggestion: closest(rule, ruleIds),
    }));
}

/** Where an id stands: a key of the record, or the `id` of an entry of the list. */
function placeOf(
  rules: NonNullable<WrittenConfig['review']>['rules'],
  id: string,
): Pick<SettingProblem, 'path' | 'atKey'> {
  if (!Array.isArray(rules)) return { path: ['review', 'rules', id], atKey: true };
  const index = rules.findIndex(entry => 'id' in entry && entry.id === id);
  return { path: ['review', 'rules', index, 'id'], atKey: false };
}
