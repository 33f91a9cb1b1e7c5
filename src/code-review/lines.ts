import type { CodeFile } from '../contracts/code-review.ts';

/** The lines of a text without their endings. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Whether the change added or altered a line of the head. */
export function isChangedLine({ changedLines }: CodeFile, line: number): boolean {
  return changedLines === 'all' || changedLines.some(({ start, end }) => start <= line && line <= end);
}

/** The changed lines of the head with their numbers. */
export function changedLinesOf(file: CodeFile): readonly { readonly line: number; readonly text: string }[] {
  if (file.head === undefined) return [];
  return linesOf(file.head).flatMap((text, index) =>
    isChangedLine(file, index + 1) ? [{ line: index + 1, text }] : [],
  );
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/**
 * Where in the head something stood that is no longer there: after the nearest line above it that both texts have
 * exactly once; the first line when there is none.
 */
export function placeInHead(base: string, head: string, baseLine: number): number {
  const headPlaces = onlyPlaces(linesOf(head));
  const basePlaces = onlyPlaces(linesOf(base));
  const baseLines = linesOf(base);
  for (let line = baseLine - 1; line >= 1; line -= 1) {
    const text = baseLines[line - 1] ?? '';
    const place = headPlaces.get(text);
    if (text.trim() !== '' && basePlaces.get(text) === line && place !== undefined && place > 0)
      return Math.min(place + 1, linesOf(head.trimEnd()).length);
  }
  return 1;
}

/** The line of each text; 0 for those that come more than once. */
function onlyPlaces(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, text] of lines.entries()) places.set(text, places.has(text) ? 0 : index + 1);
  return places;
}
