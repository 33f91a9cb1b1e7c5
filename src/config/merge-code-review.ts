import { codeKindMetadata } from '../contracts/code-kinds.ts';
import type { CodeKind, CodeReviewConfig, RepositoryRule } from '../contracts/code-review.ts';
import type { Config, RuleSetting } from '../contracts/config.ts';
import { severities } from '../contracts/severity.ts';
import type { WrittenConfig } from './schema.ts';

type Written = NonNullable<WrittenConfig['review']>;

/** The severities that `review.rules` gives to rules by their id, in either form. */
export function severitiesOf(rules: Written['rules']): Config['review']['rules'] {
  if (rules === undefined) return {};
  if (!Array.isArray(rules)) return rules;
  return Object.fromEntries(
    rules.flatMap((entry): [string, RuleSetting][] => ('id' in entry ? [[entry.id, entry.severity]] : [])),
  );
}

/**
 * Puts the repository's settings of the code review over the organisation's. The organisation's rules stay, the
 * repository's are added; once the organisation has `ignore` or `kinds`, a repository may ignore less and raise
 * severities, not the opposite. `max-comments` and `tests` are the repository's to choose.
 */
export function mergeCodeReview(options: {
  readonly standard: CodeReviewConfig;
  readonly organisation: Written | undefined;
  readonly repository: Written | undefined;
  readonly refuse: (setting: string, kept: string) => void;
}): CodeReviewConfig {
  const { standard, organisation = {}, repository = {}, refuse } = options;
  const floor = organisation.ignore === undefined ? undefined : ignoreOf(organisation.ignore);
  const wanted = repository.ignore === undefined ? undefined : ignoreOf(repository.ignore);
  return {
    rules: [...plainRules(organisation.rules), ...plainRules(repository.rules)],
    ignore: floor === undefined ? (wanted ?? standard.ignore) : fewer(floor, wanted ?? floor, refuse),
    maxComments: repository['max-comments'] ?? organisation['max-comments'] ?? standard.maxComments,
    tests: testsOf(repository.tests ?? organisation.tests) ?? standard.tests,
    kinds:
      organisation.kinds === undefined
        ? { ...standard.kinds, ...repository.kinds }
        : tightened(organisation.kinds, repository.kinds ?? {}, refuse),
  };
}

function plainRules(rules: Written['rules']): readonly RepositoryRule[] {
  if (!Array.isArray(rules)) return [];
  return rules.flatMap(entry =>
    'rule' in entry
      ? [
          {
            paths: listOf(entry.paths),
            rule: entry.rule,
            pattern: entry.pattern,
            severity: entry.severity ?? 'medium',
          },
        ]
      : [],
  );
}

function ignoreOf(written: NonNullable<Written['ignore']>): CodeReviewConfig['ignore'] {
  return written.map(entry =>
    typeof entry === 'string'
      ? { paths: [entry], kinds: undefined }
      : { paths: listOf(entry.paths), kinds: entry.kinds },
  );
}

function testsOf(written: Written['tests']): CodeReviewConfig['tests'] | undefined {
  return written?.map(({ source, test }) => ({ source, test: listOf(test) }));
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

type Refuse = (setting: string, kept: string) => void;

function fewer(
  floor: CodeReviewConfig['ignore'],
  wanted: CodeReviewConfig['ignore'],
  refuse: Refuse,
): CodeReviewConfig['ignore'] {
  const known = new Set(floor.map(entry => JSON.stringify(entry)));
  const kept = wanted.filter(entry => known.has(JSON.stringify(entry)));
  if (kept.length < wanted.length) refuse('review.ignore', 'the entries of its own');
  return kept;
}

function tightened(
  floor: CodeReviewConfig['kinds'],
  wanted: CodeReviewConfig['kinds'],
  refuse: Refuse,
): CodeReviewConfig['kinds'] {
  const kept: Partial<Record<CodeKind, RuleSetting>> = { ...floor };
  for (const [name, value] of Object.entries(wanted)) {
    const kind = name as CodeKind;
    const least = floor[kind] ?? codeKindMetadata[kind].severity;
    if (strictness(value) >= strictness(least)) kept[kind] = value;
    else refuse(`review.kinds.${kind}`, least);
  }
  return kept;
}

function strictness(setting: RuleSetting): number {
  return setting === 'off' ? -1 : severities.length - 1 - severities.indexOf(setting);
}
