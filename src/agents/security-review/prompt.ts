import type { FileToAnalyse, LineRange } from '../../contracts/analysis.ts';
import type { Finding } from '../../contracts/finding.ts';
import { compareSeverity } from '../../contracts/severity.ts';

/** Unchanged lines shown around a changed one. */
const contextLines = 5;
/** Characters a token stands for, on the safe side for code. */
const charactersPerToken = 3;
/** Longest description, characters. */
const maxDescription = 4000;
/** Most findings the model is asked about; the least severe are left out. */
const maxFindings = 60;

/** The prompt, what was left out of it, and which id stands for which finding. */
export type Prompt = {
  readonly text: string;
  readonly estimatedTokens: number;
  readonly findingById: ReadonlyMap<string, Finding>;
  /** Sentences about what was left out; empty when the whole change is in. */
  readonly gaps: readonly string[];
};

/**
 * The user message: findings and hunks as one JSON document, in the order of relevance, within a token
 * budget. Hunks around severe findings come first; what no longer fits is left out and said.
 *
 * @param redact masks the values that the secrets rules found, which must not reach a provider.
 */
export function buildPrompt(options: {
  readonly findings: readonly Finding[];
  readonly files: readonly FileToAnalyse[];
  readonly title: string;
  readonly body: string;
  readonly maxTokens: number;
  readonly redact: (path: string, text: string) => string;
}): Prompt {
  const ranked = [...options.findings].sort((a, b) => compareSeverity(a.severity, b.severity));
  const asked = ranked.slice(0, maxFindings);
  const findingById = new Map(asked.map((finding, index) => [`F${index + 1}`, finding]));
  const head = {
    title: options.redact('title.txt', options.title).slice(0, 300),
    // Redacted before it is cut, because half of a secret is no longer recognised.
    description: options.redact('description.md', options.body).slice(0, maxDescription),
    findings: [...findingById].map(([id, finding]) => describe(id, finding)),
  };
  let budget = options.maxTokens * charactersPerToken - JSON.stringify(head).length;
  const hunks: Hunk[] = [];
  const left = new Set<string>();
  for (const hunk of hunksOf(options.files, ranked, options.redact)) {
    const size = JSON.stringify(hunk).length;
    if (size <= budget) {
      hunks.push(hunk);
      budget -= size;
    } else {
      left.add(hunk.path);
    }
  }
  const text = JSON.stringify({ ...head, changes: hunks });
  return {
    text,
    estimatedTokens: Math.ceil(text.length / charactersPerToken),
    findingById,
    gaps: gapsOf(ranked.length - asked.length, left),
  };
}

function gapsOf(findingsLeft: number, filesLeft: ReadonlySet<string>): readonly string[] {
  const gaps: string[] = [];
  if (filesLeft.size > 0)
    gaps.push(`the model did not see parts of ${filesLeft.size} files: they did not fit its token budget`);
  if (findingsLeft > 0) gaps.push(`the model was not asked about the ${findingsLeft} least severe findings`);
  return gaps;
}

type Hunk = { readonly path: string; readonly lines: readonly string[] };

function describe(id: string, finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, path, line, endLine, severity, cwe, message, evidence } = finding;
  return { id, rule, path, line, endLine, severity, cwe, message, evidence };
}

/** Every hunk of the change, those with the most severe findings first, then in the order of the files. */
function hunksOf(
  files: readonly FileToAnalyse[],
  findings: readonly Finding[],
  redact: (path: string, text: string) => string,
): readonly Hunk[] {
  const hunks = files.flatMap(file => {
    const lines = redact(file.path, file.text).split(/\r?\n/);
    return rangesOf(file, lines.length).map(range => {
      const rank = findings.findIndex(
        ({ path, line }) => path === file.path && line >= range.start && line <= range.end,
      );
      return {
        rank: rank === -1 ? findings.length : rank,
        hunk: { path: file.path, lines: numbered(file, lines, range) },
      };
    });
  });
  return hunks.sort((a, b) => a.rank - b.rank).map(({ hunk }) => hunk);
}

/** Changed ranges with their context, merged where they meet; large ones cut so that a part can fit. */
function rangesOf(file: FileToAnalyse, lineCount: number): readonly LineRange[] {
  const changed = file.changedLines === 'all' ? [{ start: 1, end: lineCount }] : file.changedLines;
  const merged: LineRange[] = [];
  for (const range of changed) {
    const start = Math.max(1, range.start - contextLines);
    const end = Math.min(lineCount, range.end + contextLines);
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end + 1) merged[merged.length - 1] = { start: last.start, end };
    else merged.push({ start, end });
  }
  return merged.flatMap(range => cut(range, 200));
}

function cut({ start, end }: LineRange, size: number): readonly LineRange[] {
  const pieces: LineRange[] = [];
  for (let from = start; from <= end; from += size)
    pieces.push({ start: from, end: Math.min(end, from + size - 1) });
  return pieces;
}

function numbered(file: FileToAnalyse, lines: readonly string[], range: LineRange): readonly string[] {
  return lines.slice(range.start - 1, range.end).map((text, index) => {
    const number = range.start + index;
    return `${isChanged(file, number) ? '+' : ' '}${number}: ${text}`;
  });
}

/** Whether a line is one that the change added or altered. */
export function isChanged(file: FileToAnalyse, line: number): boolean {
  return (
    file.changedLines === 'all' || file.changedLines.some(range => line >= range.start && line <= range.end)
  );
}
