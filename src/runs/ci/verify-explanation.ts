import type { Explanation } from '../../agents/pipeline/explain-failure.ts';
import type { LineRange } from '../../contracts/analysis.ts';
import type { Failure } from '../../contracts/diagnosis.ts';
import { visibleText } from '../../results/untrusted-text.ts';

const maxFixLines = 20;
const maxFixLength = 2_000;

/** A source that the model was shown. */
export type ShownSource = {
  readonly path: string;
  readonly text: string;
  /** Lines that the change adds: a suggestion can stand on nothing else. */
  readonly added: readonly LineRange[];
};

/** A fix whose every claim about the present text has been checked. */
export type CiFix = {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly replacement: string;
};

/** What nobody should change by a click: what CI itself does, who owns what, locks, what steers agents. */
const protectedPath =
  /^\.github\/|(?:^|\/)(?:CODEOWNERS|action\.ya?ml|AGENTS\.md|CLAUDE\.md|Dockerfile|Jenkinsfile)$|(?:^|\/)\.(?:gitlab-ci|circleci|claude|cursor|devcontainer|git|husky)|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|Cargo\.lock|go\.sum|poetry\.lock|uv\.lock|Gemfile\.lock|composer\.lock)$/i;

/** Whether the piece of log that the model calls its evidence is one of what it was shown. */
export function isQuoted(evidence: string, failure: Failure): boolean {
  const wanted = folded(evidence);
  if (wanted.length < 3) return false;
  const { message, excerpt, tests, problems } = failure;
  const shown = [
    message,
    ...excerpt.map(({ text }) => text),
    ...tests.map(test => test.message),
    ...problems.map(problem => problem.message),
  ];
  return shown.some(text => folded(text).includes(wanted));
}

function folded(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * The fix, when it replaces lines of the shown source that the change adds, quotes them as they stand, leaves what is
 * protected alone, brings in no secret and nothing that hides; else the reason why not, for the log.
 */
export function verifyFix(
  fix: NonNullable<Explanation['fix']>,
  source: ShownSource | undefined,
  redact: (text: string) => string,
): { readonly kind: 'fix'; readonly fix: CiFix } | { readonly kind: 'none'; readonly reason: string } {
  const { path, startLine, endLine } = fix;
  if (source === undefined || path !== source.path) return no('another file than the one shown');
  if (protectedPath.test(path)) return no('a protected path');
  if (!(startLine >= 1 && startLine <= endLine && endLine - startLine < maxFixLines))
    return no('no few lines');
  const isOnChange = source.added.some(({ start, end }) => start <= startLine && endLine <= end);
  if (!isOnChange) return no('lines that the change does not touch');
  const lines = source.text.split(/\r?\n/).slice(startLine - 1, endLine);
  if (lines.join('\n') !== withoutEnd(fix.present)) return no('a quote that does not stand there');
  const replacement = withoutEnd(fix.replacement);
  if (replacement === lines.join('\n')) return no('nothing changed');
  if (replacement.length > maxFixLength) return no('too long');
  if (visibleText(replacement) !== replacement) return no('invisible characters');
  if (redact(replacement) !== replacement || redact(fix.present) !== fix.present) return no('a secret');
  return { kind: 'fix', fix: { path, startLine, endLine, replacement } };
}

function withoutEnd(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}

function no(reason: string): { readonly kind: 'none'; readonly reason: string } {
  return { kind: 'none', reason };
}
