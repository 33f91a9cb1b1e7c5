import picomatch from 'picomatch';
import type { TriageRule } from '../contracts/triage.ts';
import { createSafePattern } from '../guardrails/safe-pattern/safe-pattern.ts';

/** What the configured rules ask for, each entry once, in the order of the file. */
export type RuleOutcome = {
  readonly labels: readonly string[];
  readonly assign: readonly string[];
  readonly mention: readonly string[];
};

/** Longest text that patterns look through, characters. */
const maxText = 20_000;

/** Applies every rule whose conditions all hold. Patterns cannot run away; upper and lower case are the same. */
export function applyRules(
  rules: readonly TriageRule[],
  issue: { readonly title: string; readonly body: string; readonly paths: readonly string[] },
): RuleOutcome {
  const applying = rules.filter(rule => applies(rule, issue));
  const all = (field: 'labels' | 'assign' | 'mention'): readonly string[] => [
    ...new Set(applying.flatMap(rule => rule[field])),
  ];
  return { labels: all('labels'), assign: all('assign'), mention: all('mention') };
}

function applies(
  { title, body, text, paths }: TriageRule,
  issue: { readonly title: string; readonly body: string; readonly paths: readonly string[] },
): boolean {
  if ([title, body, text].every(pattern => pattern === undefined) && paths.length === 0) return false;
  return (
    found(title, issue.title) &&
    found(body, issue.body) &&
    found(text, `${issue.title}\n${issue.body}`) &&
    (paths.length === 0 || matchesSome(paths, issue.paths))
  );
}

function matchesSome(globs: readonly string[], paths: readonly string[]): boolean {
  const matches = picomatch([...globs], { dot: true });
  return paths.some(path => matches(path));
}

function found(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  const safe = createSafePattern(pattern, { ignoreCase: true });
  // The configuration's check refused what is none.
  return 'problem' in safe ? false : safe.matches(text.slice(0, maxText));
}
