import type { RuleExample } from '../../contracts/detector.ts';
import type { UserRule, UserRuleLanguage, UserRuleSearch } from '../../contracts/user-rule.ts';
import type { ConfigProblem } from '../config-problem.ts';
import { readYaml } from '../read-yaml.ts';
import { userRulesSchema, type WrittenUserRule } from './schema.ts';

/** The folder of a repository's own rules. */
export const userRulesFolder = '.github/devops/rules';
/** What every own rule's id begins with; ids with a slash are never those of built-in rules. */
export const userRulePrefix = 'custom/';

/** Most files and rules that are used; what is beyond is a problem that is told. */
const maxFiles = 50;
const maxRules = 200;

/** Whether a path is one that own rules are read from. */
export function isUserRulesPath(path: string): boolean {
  return new RegExp(`^${userRulesFolder.replaceAll('.', '\\.')}/[^/]+\\.ya?ml$`).test(path);
}

/** The rules of some files, and what is wrong: a file with problems has no rules. Pure and total. */
export function parseUserRules(files: readonly { readonly path: string; readonly text: string }[]): {
  readonly rules: readonly UserRule[];
  readonly problems: readonly ConfigProblem[];
} {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const rules = new Map<string, UserRule>();
  const problems: ConfigProblem[] = sorted
    .slice(maxFiles)
    .map(({ path }) => whole(path, `Only the first ${maxFiles} files of rules are used.`));
  for (const { path, text } of sorted.slice(0, maxFiles)) {
    const reading = readYaml(text, { file: path, schema: userRulesSchema });
    if (reading.kind === 'problems') {
      // One syntax error makes many: the first is the one to repair.
      const isSyntax = reading.errors[0]?.message.startsWith('Not valid YAML') === true;
      problems.push(...reading.errors.slice(0, isSyntax ? 1 : 20));
      continue;
    }
    for (const [index, written] of reading.value.rules.entries()) {
      const kind = (['pattern', 'query', 'taint'] as const).find(name => written[name] !== undefined) ?? 'id';
      const at = reading.problemAt({ path: ['rules', index, kind], atKey: false, message: '' });
      const rule = toRule(written, at);
      const known = rules.get(rule.id);
      if (known !== undefined)
        problems.push(
          reading.problemAt({
            path: ['rules', index, 'id'],
            atKey: false,
            message: `There is a rule of this name in ${known.file}, line ${known.line}, already.`,
          }),
        );
      else if (rules.size < maxRules) rules.set(rule.id, rule);
      else if (rules.size === maxRules) {
        problems.push(whole(path, `Only the first ${maxRules} rules are used.`));
        break;
      }
    }
  }
  return { rules: [...rules.values()], problems };
}

function whole(file: string, message: string): ConfigProblem {
  return { file, line: 1, column: 1, setting: '', message };
}

function toRule(written: WrittenUserRule, at: ConfigProblem): UserRule {
  const { languages } = written;
  const read = (example: string | RuleExample): RuleExample =>
    typeof example === 'string' ? { path: examplePath(languages[0]), text: example } : example;
  return {
    id: `${userRulePrefix}${written.id}`,
    file: at.file,
    line: at.line,
    column: at.column,
    title: written.title ?? written.id.replaceAll('-', ' '),
    message: written.message,
    severity: written.severity,
    confidence: written.confidence ?? 'medium',
    cwe: asList(written.cwe),
    why: written.why ?? written.message,
    fix: written.fix ?? 'See the rule’s message.',
    references: written.references ?? [],
    languages,
    include: written.paths?.include ?? [],
    exclude: written.paths?.exclude ?? [],
    search: searchOf(written),
    examples: {
      bad: (written.examples?.bad ?? []).map(read),
      good: (written.examples?.good ?? []).map(read),
    },
  };
}

function searchOf({ pattern, not, where, query, taint }: WrittenUserRule): UserRuleSearch {
  if (query !== undefined) return { kind: 'query', query };
  if (taint === undefined)
    return {
      kind: 'pattern',
      any: asList(pattern),
      not: asList(not),
      where: Object.fromEntries(
        Object.entries(where ?? {}).map(([name, { matches, not: refused }]) => [
          name,
          {
            ...(matches === undefined ? {} : { matches }),
            ...(refused === undefined ? {} : { not: refused }),
          },
        ]),
      ),
    };
  return {
    kind: 'taint',
    sources: taint.sources,
    sinks: taint.sinks.map(sink =>
      typeof sink === 'string'
        ? { call: sink, arguments: [0] }
        : { call: sink.call, arguments: sink.arguments ?? [0] },
    ),
    sanitizers: taint.sanitizers ?? [],
  };
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function examplePath(language: UserRuleLanguage | undefined): string {
  const extension = { javascript: 'ts', python: 'py', go: 'go', java: 'java' }[language ?? 'javascript'];
  return `src/example.${extension}`;
}
