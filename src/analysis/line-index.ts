/** A 1-based line and column; columns count UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

/** Maps UTF-16 offsets to lines and back; `\r\n` and `\n` both end a line. */
export type LineIndex = {
  readonly count: number;
  position(offset: number): Position;
  /** The text of a 1-based line without its ending; empty beyond the end. */
  line(number: number): string;
  /** Offset of the first character of a 1-based line. */
  start(number: number): number;
};

/** Builds the index in one pass over the text. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) {
    starts.push(offset + 1);
  }
  const start = (number: number): number => starts[number - 1] ?? text.length;
  return {
    count: starts.length,
    start,
    position(offset) {
      const line = lastAtOrBefore(starts, offset) + 1;
      return { line, column: offset - start(line) + 1 };
    },
    line: number => text.slice(start(number), start(number + 1)).replace(/\r?\n$/, ''),
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
