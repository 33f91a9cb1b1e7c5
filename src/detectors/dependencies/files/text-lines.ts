import type { Span } from '../../../contracts/detector.ts';

/** A line without its ending, at its place. */
export type TextLine = Span & { readonly text: string };

/** The lines of a text. */
export function* linesOf(text: string): Generator<TextLine> {
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found === -1 ? text.length : found;
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next;
    yield { text: text.slice(start, end), start, end };
    start = next + 1;
  }
}

/** Where `part` stands in a line, from an offset within the line on; the whole line when it does not. */
export function spanIn(line: TextLine, part: string, from = 0): Span {
  const at = part === '' ? -1 : line.text.indexOf(part, from);
  return at === -1
    ? { start: line.start, end: line.end }
    : { start: line.start + at, end: line.start + at + part.length };
}
