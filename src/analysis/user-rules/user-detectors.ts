import picomatch from 'picomatch';
import type { Detector, RawFinding, RuleMetadata, SourceFile } from '../../contracts/detector.ts';
import type { UserRule, UserRuleLanguage } from '../../contracts/user-rule.ts';
import { type CodeRule, createCodeDetectors } from '../../detectors/code/define-code-rule.ts';
import type { RuleModel } from '../../detectors/code/engine/model.ts';
import { frameworks } from '../../detectors/code/frameworks/index.ts';
import { copyTree, type SyntaxNode } from '../../detectors/code/lowering/syntax-node.ts';
import { AppError, UnparsableError } from '../../errors.ts';
import { grammarOfPath } from '../grammar-of-path.ts';
import type { SyntaxTrees } from '../syntax-trees.ts';
import {
  type Bindings,
  type Budget,
  BudgetSpent,
  type CodePattern,
  matchNode,
  readCodePattern,
} from './code-pattern.ts';

/** Most comparisons of one rule in one file, and most findings. */
const maxSteps = 3_000_000;
const maxFindings = 200;
/** Longest text of a metavariable that a regular expression is tried on, characters. */
const maxConstrained = 1000;

/** A rule that cannot be used, and where its search stands. */
export type UserRuleProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** Paths that stand for the grammars of a language when its patterns are checked. */
const grammarPaths: Readonly<Record<UserRuleLanguage, readonly string[]>> = {
  javascript: ['a.js', 'a.ts', 'a.tsx'],
  python: ['a.py'],
  go: ['a.go'],
  java: ['a.java'],
};

/** What a rule is, for catalogues, SARIF and `devops explain`. */
export function userRuleMetadata(rule: UserRule): RuleMetadata {
  return {
    id: rule.id,
    family: 'code',
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    cwe: rule.cwe,
    what: rule.message,
    why: rule.why,
    fix: rule.fix,
    references: rule.references,
    examples: rule.examples,
  };
}

/** Makes detectors of a repository's own rules, and tells which of them are no code or no query of their languages. */
export async function createUserDetectors(
  rules: readonly UserRule[],
  trees: SyntaxTrees,
): Promise<{ readonly detectors: readonly Detector[]; readonly problems: readonly UserRuleProblem[] }> {
  const detectors: Detector[] = [];
  const problems: UserRuleProblem[] = [];
  for (const rule of rules) {
    for (const path of rule.languages.flatMap(language => grammarPaths[language])) await trees.load(path);
    const problem = problemOf(rule, trees);
    if (problem !== undefined) {
      problems.push({ file: rule.file, line: rule.line, column: rule.column, message: problem });
      continue;
    }
    const detector = rule.search.kind === 'taint' ? taintDetector(rule) : searchDetector(rule, trees);
    if (detector !== undefined) detectors.push(withPaths(detector, rule));
  }
  return { detectors, problems };
}

/** A rule has to fit one grammar of each of its languages: JSX is code of TSX alone. */
function problemOf({ search, languages }: UserRule, trees: SyntaxTrees): string | undefined {
  for (const language of languages) {
    const problems = grammarPaths[language].map(path => problemIn(search, language, path, trees));
    const [first] = problems;
    if (first !== undefined && !problems.includes(undefined)) return first;
  }
  return undefined;
}

function problemIn(
  search: UserRule['search'],
  language: UserRuleLanguage,
  path: string,
  trees: SyntaxTrees,
): string | undefined {
  if (search.kind === 'query') {
    const message = trees.queryProblem(path, search.query);
    return message === undefined
      ? undefined
      : `The query does not fit the grammar of ${language}: ${message}`;
  }
  if (search.kind !== 'pattern') return undefined;
  const broken = [...search.any, ...search.not].some(
    pattern => readCodePattern(pattern, language, text => trees.parse(path, text)) === undefined,
  );
  return broken ? `The pattern is not one expression or statement of ${language}.` : undefined;
}

function withPaths(detector: Detector, { include, exclude }: UserRule): Detector {
  const options = { dot: true, noextglob: true, nonegate: true };
  const isIncluded = include.length === 0 ? () => true : picomatch([...include], options);
  const isExcluded = exclude.length === 0 ? () => false : picomatch([...exclude], options);
  return {
    ...detector,
    appliesTo: path => detector.appliesTo(path) && isIncluded(path) && !isExcluded(path),
  };
}

/** The language of a path; undefined where it is not one of the rule's. */
function languageOf(path: string, rule: UserRule): UserRuleLanguage | undefined {
  const grammar = grammarOfPath(path);
  const language = grammar === 'typescript' || grammar === 'tsx' ? 'javascript' : grammar;
  return rule.languages.find(one => one === language);
}

function searchDetector(rule: UserRule, trees: SyntaxTrees): Detector {
  const patterns = createPatterns(rule, trees);
  return {
    meta: userRuleMetadata(rule),
    needsTree: true,
    appliesTo: path => languageOf(path, rule) !== undefined,
    detect(file) {
      const { search } = rule;
      if (search.kind === 'query') return queryFindings(rule, search.query, file, trees);
      return search.kind === 'pattern' ? patternFindings(rule, patterns(file.path), file) : [];
    },
  };
}

type Patterns = { readonly any: readonly CodePattern[]; readonly not: readonly CodePattern[] };

/** Patterns are read once for each grammar. */
function createPatterns(rule: UserRule, trees: SyntaxTrees): (path: string) => Patterns {
  const byGrammar = new Map<string, Patterns>();
  return path => {
    const grammar = grammarOfPath(path) ?? '';
    const known = byGrammar.get(grammar);
    if (known !== undefined) return known;
    const language = languageOf(path, rule);
    const read = (sources: readonly string[]): readonly CodePattern[] =>
      language === undefined
        ? []
        : sources.flatMap(source => readCodePattern(source, language, text => trees.parse(path, text)) ?? []);
    const { search } = rule;
    const patterns =
      search.kind === 'pattern' ? { any: read(search.any), not: read(search.not) } : { any: [], not: [] };
    byGrammar.set(grammar, patterns);
    return patterns;
  };
}

function patternFindings(rule: UserRule, patterns: Patterns, file: SourceFile): readonly RawFinding[] {
  const tree = file.tree();
  if (tree === undefined) return [];
  const root = file.memo('syntax-copy', () => copyTree(tree));
  const budget: Budget = { steps: maxSteps };
  const findings: RawFinding[] = [];
  try {
    for (const node of nodesOf(root)) {
      if (findings.length >= maxFindings) break;
      const bindings = firstMatch(patterns.any, node, file.text, budget);
      if (bindings === undefined || !meets(bindings, rule)) continue;
      if (firstMatch(patterns.not, node, file.text, budget) !== undefined) continue;
      findings.push({ start: node.start, end: node.end, message: rule.message });
    }
  } catch (error) {
    if (error instanceof BudgetSpent) throw tooMuch(rule);
    throw error;
  }
  return findings;
}

function firstMatch(
  patterns: readonly CodePattern[],
  node: SyntaxNode,
  text: string,
  budget: Budget,
): Bindings | undefined {
  for (const pattern of patterns) {
    const bindings = matchNode(pattern, node, text, budget);
    if (bindings !== undefined) return bindings;
  }
  return undefined;
}

function* nodesOf(root: SyntaxNode): Generator<SyntaxNode> {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) pending.push(child);
    }
  }
}

function meets(bindings: Bindings, { search }: UserRule): boolean {
  if (search.kind !== 'pattern') return true;
  return Object.entries(search.where).every(([name, { matches, not }]) => {
    const text = (bindings.get(name.slice(1)) ?? '').slice(0, maxConstrained);
    return (
      (matches === undefined || new RegExp(matches, 'u').test(text)) &&
      (not === undefined || !new RegExp(not, 'u').test(text))
    );
  });
}

function queryFindings(
  rule: UserRule,
  query: string,
  file: SourceFile,
  trees: SyntaxTrees,
): readonly RawFinding[] {
  const tree = file.tree();
  if (tree === undefined) return [];
  const spans = trees.query(file.path, tree, query);
  if (spans === 'too-much') throw tooMuch(rule);
  return spans.slice(0, maxFindings).map(span => ({ ...span, message: rule.message }));
}

function tooMuch({ id }: UserRule): UnparsableError {
  return new UnparsableError(`the rule ${id} takes too long on it`);
}

/** The engine of the code rules with the rule's own sources, sinks and sanitizers. */
function taintDetector(rule: UserRule): Detector | undefined {
  const { search } = rule;
  if (search.kind !== 'taint') return undefined;
  const { sources, sinks, sanitizers } = search;
  const model: RuleModel = {
    ownSources: sources !== undefined,
    sinks: sinks.map(({ call, arguments: args }) => ({
      what: `\`${call}\``,
      calls: withGoPaths([call]),
      args,
    })),
    sanitizers: sanitizers.length === 0 ? [] : [{ calls: withGoPaths(sanitizers) }],
    // With checks, however many, a file is analysed whatever words stand in it.
    checks: [],
  };
  const code: CodeRule = {
    meta: userRuleMetadata(rule),
    keywords: [''],
    models: Object.fromEntries(rule.languages.map(language => [language, model])),
  };
  const own = rule.languages.map(language => ({
    language,
    sources: [{ refs: withGoPaths(sources ?? []), label: 'data of a source of this rule', only: [rule.id] }],
  }));
  const [detector] = createCodeDetectors([code], [...own, ...frameworks], `code:${rule.id}`);
  if (detector === undefined)
    throw new AppError({ code: 'user-rule', publicMessage: `${rule.id} has no language.` });
  const detect: Detector['detect'] = file =>
    detector.detect(file).map(found => ({ ...found, message: rule.message }));
  return { ...detector, detect };
}

/** Packages of Go's own library below a folder, by the last part of their path: the part that code writes. */
const goPackages: Readonly<Record<string, readonly string[]>> = {
  base64: ['encoding/base64'],
  csv: ['encoding/csv'],
  exec: ['os/exec'],
  filepath: ['path/filepath'],
  gob: ['encoding/gob'],
  hex: ['encoding/hex'],
  http: ['net/http'],
  httputil: ['net/http/httputil'],
  ioutil: ['io/ioutil'],
  json: ['encoding/json'],
  md5: ['crypto/md5'],
  rand: ['math/rand', 'crypto/rand'],
  sha1: ['crypto/sha1'],
  sha256: ['crypto/sha256'],
  slog: ['log/slog'],
  smtp: ['net/smtp'],
  sql: ['database/sql'],
  template: ['text/template', 'html/template'],
  tls: ['crypto/tls'],
  url: ['net/url'],
  xml: ['encoding/xml'],
  zip: ['archive/zip'],
};

/** `exec.Command` also as `os/exec.Command`, which is how the engine knows it once a file imports the package. */
function withGoPaths(names: readonly string[]): readonly string[] {
  return names.flatMap(name => {
    const dot = name.indexOf('.');
    const last = name.slice(0, Math.max(dot, 0));
    const paths = Object.hasOwn(goPackages, last) ? (goPackages[last] ?? []) : [];
    return [name, ...paths.map(path => `${path}${name.slice(dot)}`)];
  });
}
