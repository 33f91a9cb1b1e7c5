import type { AnalysisOptions, FileToAnalyse, LineRange } from '../contracts/analysis.ts';
import type { Detector, RawFinding, RuleMetadata, SourceFile, Span } from '../contracts/detector.ts';
import type { Finding } from '../contracts/finding.ts';
import { AppError, UnparsableError } from '../errors.ts';
import { createFingerprints } from './fingerprint.ts';
import { type IgnoreComment, ignoreCommentsOf } from './ignore-comments.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import { maskSpans } from './mask.ts';

/** Longest evidence, UTF-16 code units. */
const maxEvidence = 200;

/** Findings of one file; `unparsable` says why some detectors could not read it, though others may have. */
export type FileFindings = {
  readonly findings: readonly Finding[];
  /** Left out because of a comment. */
  readonly ignored: readonly Finding[];
  readonly unparsable: string | undefined;
};

/** Runs the given detectors over one file and keeps what touches the changed lines. */
export function analyseFile(
  source: SourceFile,
  changedLines: FileToAnalyse['changedLines'],
  detectors: Iterable<Detector>,
  comments?: AnalysisOptions['ignoreComments'],
): FileFindings {
  const raw: RuleFinding[] = [];
  let unparsable: string | undefined;
  for (const detector of detectors) {
    try {
      for (const found of detector.detect(source)) raw.push({ meta: detector.meta, found });
    } catch (error) {
      // A detector that throws has not looked at the file; saying so keeps the result from being green.
      unparsable ??= reasonOf(error);
    }
  }
  return { ...placeFindings(source, changedLines, raw, comments), unparsable };
}

/** A finding of one place and the rule that found it. */
export type RuleFinding = { readonly meta: RuleMetadata; readonly found: RawFinding };

/** Gives findings their places and fingerprints, keeps those of the change, and sets aside what comments ask to ignore. */
export function placeFindings(
  source: SourceFile,
  changedLines: FileToAnalyse['changedLines'],
  raw: RuleFinding[],
  comments?: AnalysisOptions['ignoreComments'],
): Pick<FileFindings, 'findings' | 'ignored'> {
  if (raw.length === 0) return { findings: [], ignored: [] };
  const located = toFindings(source, changedLines, raw);
  const asked = honouredComments(source.text, changedLines, comments);
  const isIgnored = (entry: LocatedFinding): boolean => asked.some(comment => speaksFor(comment, entry));
  const findings = located.filter(entry => !isIgnored(entry)).map(({ finding }) => finding);
  const ignored = asked.length === 0 ? [] : located.filter(isIgnored).map(({ finding }) => finding);
  return { findings, ignored };
}

function reasonOf(error: unknown): string {
  if (error instanceof UnparsableError) return error.reason;
  if (error instanceof AppError) return error.publicMessage;
  return `a detector failed on it (${error instanceof Error ? error.name : typeof error})`;
}

/** A finding with the lines on which a comment may ask to ignore it. */
type LocatedFinding = { readonly finding: Finding; readonly scopes: readonly LineRange[] };

function honouredComments(
  text: string,
  changedLines: FileToAnalyse['changedLines'],
  mode: AnalysisOptions['ignoreComments'],
): readonly IgnoreComment[] {
  if (mode === undefined) return [];
  const comments = ignoreCommentsOf(text);
  if (mode === 'all') return comments;
  // A line that the change did not touch is on the base branch; a new file has no such lines.
  if (changedLines === 'all') return [];
  return comments.filter(({ line }) => !changedLines.some(range => range.start <= line && line <= range.end));
}

function speaksFor(comment: IgnoreComment, { finding, scopes }: LocatedFinding): boolean {
  return (
    comment.rules.has(finding.rule) &&
    scopes.some(scope => scope.start <= comment.lastLine && comment.line <= scope.end)
  );
}

function toFindings(
  source: SourceFile,
  changedLines: FileToAnalyse['changedLines'],
  raw: RuleFinding[],
): readonly LocatedFinding[] {
  raw.sort(
    (a, b) => a.found.start - b.found.start || compareText(a.meta.id, b.meta.id) || a.found.end - b.found.end,
  );
  const lines = createLineIndex(source.text);
  const secrets = raw.flatMap(({ found }) => found.secrets ?? []);
  const fingerprintOf = createFingerprints();
  const findings: LocatedFinding[] = [];
  for (const { meta, found } of raw) {
    const finding = locate({ source, meta, found, lines, secrets });
    // Computed before filtering: the ordinal of equal lines must not depend on what changed.
    const fingerprint = fingerprintOf(finding);
    if (!touchesChange(found, lines, changedLines)) continue;
    // In a change, a comment further away must not speak for what the change put near it.
    const wide = changedLines === 'all' ? found.scope : undefined;
    const scopes = wide === undefined ? [found] : [found, wide];
    findings.push({ finding: { ...finding, fingerprint }, scopes: scopes.map(span => linesOf(span, lines)) });
  }
  return findings;
}

/** By UTF-16 code units: the same everywhere, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function locate(options: {
  readonly source: SourceFile;
  readonly meta: RuleMetadata;
  readonly found: RawFinding;
  readonly lines: LineIndex;
  readonly secrets: readonly Span[];
}): Omit<Finding, 'fingerprint'> {
  const { meta, found, lines } = options;
  const start = lines.position(found.start);
  const end = lines.position(Math.max(found.end, found.start));
  const line = maskSpans(lines.line(start.line), lines.start(start.line), options.secrets);
  return {
    rule: meta.id,
    path: options.source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity: found.severity ?? meta.severity,
    confidence: found.confidence ?? meta.confidence,
    cwe: [...meta.cwe],
    message: found.message,
    fix: found.fix ?? meta.fix,
    evidence: excerpt(line.trimEnd(), start.column),
    source: 'detector',
    tool: 'devops',
  };
}

/** Keeps the part of a long line around the finding. */
function excerpt(line: string, column: number): string {
  if (line.length <= maxEvidence) return line;
  const from = Math.max(0, Math.min(column - 1 - maxEvidence / 4, line.length - maxEvidence));
  return line.slice(from, from + maxEvidence);
}

function linesOf(span: Span, lines: LineIndex): LineRange {
  return {
    start: lines.position(span.start).line,
    end: lines.position(Math.max(span.start, span.end - 1)).line,
  };
}

function touchesChange(
  found: RawFinding,
  lines: LineIndex,
  changedLines: 'all' | readonly LineRange[],
): boolean {
  if (changedLines === 'all' || found.isChange === true) return true;
  return [found, ...(found.related ?? [])].some(span => {
    const { start, end } = linesOf(span, lines);
    return changedLines.some(range => range.start <= end && start <= range.end);
  });
}
