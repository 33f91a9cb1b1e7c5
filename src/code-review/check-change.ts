import { createFingerprints } from '../analysis/fingerprint.ts';
import { codeKindMetadata } from '../contracts/code-kinds.ts';
import type {
  CheckTools,
  CodeChange,
  CodeCheck,
  CodeFile,
  CodeKind,
  CodeProblem,
} from '../contracts/code-review.ts';
import type { Finding, NotAnalysed } from '../contracts/finding.ts';
import { codeChecks } from './checks/index.ts';
import { matchesAny } from './glob.ts';
import { linesOf } from './lines.ts';

/** What the checks came to, the same for the same change. */
export type CheckedChange = {
  /** Most severe last of nothing: in the order of path and line. */
  readonly findings: readonly Finding[];
  /** Problems in paths that the configuration has ignored. */
  readonly ignored: number;
  readonly notAnalysed: readonly NotAnalysed[];
};

/** Runs every check that is on over a change. What cannot be shown by a quote is dropped. */
export function checkChange(
  change: CodeChange,
  tools: CheckTools,
  checks: readonly (readonly [CodeKind, CodeCheck])[] = codeChecks,
): CheckedChange {
  const { config } = tools;
  const problems: CodeProblem[] = [];
  const notAnalysed: NotAnalysed[] = [];
  for (const [kind, check] of checks) {
    if (config.kinds[kind] === 'off') continue;
    try {
      problems.push(...check(change, tools));
    } catch {
      // A text that no check foresaw must not take the others' findings along, nor pass for looked at.
      notAnalysed.push({ path: null, reason: `the check ${kind} failed on this change` });
    }
  }
  const isIgnored = ignoring(config.ignore);
  const shown = problems.filter(({ kind, path }) => !isIgnored(kind, path));
  return {
    findings: toFindings(shown, change, config.kinds),
    ignored: problems.length - shown.length,
    notAnalysed,
  };
}

/** Whether a kind is not wanted in a path. */
export function ignoring(entries: CheckTools['config']['ignore']): (kind: CodeKind, path: string) => boolean {
  const known = entries.map(({ paths, kinds: only }) => ({ matches: matchesAny(paths), only }));
  return (kind, path) =>
    known.some(({ matches, only }) => (only === undefined || only.includes(kind)) && matches(path));
}

/** Problems as findings, each with its quote verified at its place. */
export function toFindings(
  problems: readonly CodeProblem[],
  change: Pick<CodeChange, 'files' | 'documents'>,
  settings: CheckTools['config']['kinds'],
): readonly Finding[] {
  const files = new Map(change.files.map(file => [file.path, file]));
  const documents = new Map(change.documents.map(({ path, text }) => [path, text]));
  const fingerprintOf = createFingerprints();
  const ordered = problems.toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line) || (a.kind < b.kind ? -1 : 1),
  );
  return ordered.flatMap(problem => {
    const file = files.get(problem.path);
    const texts = [file?.head, file?.base, documents.get(problem.path)].filter(text => text !== undefined);
    if (!isQuoted(problem.quote, texts)) return [];
    return [findingOf(problem, file, texts[0] ?? '', settings, fingerprintOf)];
  });
}

function isQuoted(quote: string, texts: readonly string[]): boolean {
  return quote === '' || texts.some(text => linesOf(text).some(line => line.includes(quote)));
}

function findingOf(
  problem: CodeProblem,
  file: CodeFile | undefined,
  text: string,
  settings: CheckTools['config']['kinds'],
  fingerprintOf: ReturnType<typeof createFingerprints>,
): Finding {
  const { kind, path, line, endLine = line, quote, message, fix } = problem;
  const setting = settings[kind];
  const own = problem.severity ?? codeKindMetadata[kind].severity;
  const place = linesOf(text)[line - 1] ?? '';
  const column = Math.max(0, place.indexOf(quote.trim())) + 1;
  const evidence = quote.trim().slice(0, 200);
  return {
    rule: kind,
    path,
    line,
    column,
    endLine,
    endColumn: endLine === line ? column + Math.max(1, quote.trim().length) : 1,
    severity: setting === undefined || setting === 'off' ? own : setting,
    confidence: problem.confidence ?? 'high',
    cwe: [],
    message,
    fix,
    evidence,
    fingerprint: fingerprintOf({ rule: kind, path, evidence: `${evidence}\0${message}` }),
    source: 'detector',
    tool: 'devops',
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
    ...(file?.status === 'removed' ? { onBase: true } : {}),
  };
}
