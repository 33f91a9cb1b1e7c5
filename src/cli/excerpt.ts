import { maskText } from '../analysis/mask.ts';
import type { Finding } from '../contracts/finding.ts';
import { displayWidth, expandTabs } from './display-width.ts';
import { escapeText } from './escape-text.ts';

/** A line to show and the carets under it; `carets` is empty when the place cannot be told. */
export type Excerpt = { readonly line: string; readonly carets: string };

/**
 * The finding's evidence ready for a terminal, with carets under the place. `source` is the original line, needed
 * because the evidence has secrets masked and long lines cut; without it there are no carets.
 */
export function excerptOf(finding: Finding, source: string | undefined): Excerpt {
  const { evidence } = finding;
  const place = source === undefined ? undefined : alignPlace(evidence, source, finding);
  const indent = evidence.length - evidence.trimStart().length;
  const from = Math.min(indent, place?.start ?? indent);
  const shown = (start: number, end?: number): string =>
    escapeText(evidence.slice(start, end), { keepTabs: true });
  const line = expandTabs(shown(from));
  if (place === undefined) return { line, carets: '' };
  const before = displayWidth(expandTabs(shown(from, place.start)));
  const marked = displayWidth(expandTabs(shown(place.start, place.end), before));
  return { line, carets: `${' '.repeat(before)}${'^'.repeat(Math.max(marked, 1))}` };
}

/**
 * Where the finding stands in the evidence. The literal pieces between masks stand in the source in the same
 * order, which gives the shift at every place.
 */
function alignPlace(
  evidence: string,
  source: string,
  finding: Finding,
): { readonly start: number; readonly end: number } | undefined {
  const start = finding.column - 1;
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : source.trimEnd().length;
  const pieces = piecesOf(evidence, source);
  if (pieces === undefined) return undefined;
  const shownStart = shift(pieces, start, 'start');
  const shownEnd = shift(pieces, end, 'end');
  return shownStart < evidence.length
    ? { start: shownStart, end: Math.max(shownEnd, shownStart) }
    : undefined;
}

/** A stretch of text that stands in the evidence at `shown` and in the source at `original`. */
type Piece = { readonly shown: number; readonly original: number; readonly length: number };

function piecesOf(evidence: string, source: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let shown = 0;
  let original = 0;
  for (const text of evidence.split(maskText)) {
    const found = source.indexOf(text, original);
    if (found === -1) return undefined;
    pieces.push({ shown, original: found, length: text.length });
    shown += text.length + maskText.length;
    original = found + text.length;
  }
  return pieces;
}

/** Places inside a mask move to the mask's edge. */
function shift(pieces: readonly Piece[], offset: number, edge: 'start' | 'end'): number {
  for (const [index, piece] of pieces.entries()) {
    const end = piece.original + piece.length;
    const isLast = index === pieces.length - 1;
    if (offset < piece.original)
      return edge === 'start' ? Math.max(piece.shown - maskText.length, 0) : piece.shown;
    if (offset < end || (offset === end && (edge === 'end' || isLast))) {
      return piece.shown + (offset - piece.original);
    }
  }
  const last = pieces.at(-1);
  return last === undefined ? 0 : last.shown + last.length;
}
