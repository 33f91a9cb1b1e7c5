import type { YamlScalar } from './yaml-tree.ts';

/** Maps an offset in a scalar's decoded text to the offset in the file. */
export type ScalarPositions = (offset: number) => number;

/**
 * Aligns a scalar's decoded text with its source: indentation and folding are skipped, escapes counted whole.
 * Exact for every character that is not white space.
 */
export function scalarPositions(scalar: YamlScalar, source: string): ScalarPositions {
  if (scalar.style === 'plain' && scalar.end - scalar.start === scalar.text.length) {
    return offset => scalar.start + Math.min(offset, scalar.text.length);
  }
  const { text } = scalar;
  const places = new Uint32Array(text.length + 1);
  let at = contentStart(scalar, source);
  for (let index = 0; index < text.length; index++) {
    const step = nextCharacter(scalar, source, at, text.charCodeAt(index));
    places[index] = step.at;
    at = step.next;
  }
  places[text.length] = Math.min(at, scalar.end);
  return offset => places[Math.min(Math.max(offset, 0), text.length)] ?? scalar.end;
}

/** Behind the opening quote, or the line of a block scalar's header. */
function contentStart(scalar: YamlScalar, source: string): number {
  if (scalar.style === 'plain') return scalar.start;
  if (scalar.style === 'single' || scalar.style === 'double') return scalar.start + 1;
  const newline = source.indexOf('\n', scalar.start);
  return newline === -1 || newline >= scalar.end ? scalar.end : newline + 1;
}

/** Where a decoded character stands from `at` on, and where to look for the next one. */
function nextCharacter(
  scalar: YamlScalar,
  source: string,
  at: number,
  code: number,
): { readonly at: number; readonly next: number } {
  const end = scalar.end;
  let position = Math.min(at, end);
  if (isSpace(code)) {
    return source.charCodeAt(position) === code
      ? { at: position, next: Math.min(position + 1, end) }
      : { at: position, next: position + escapeLength(scalar, source, position) };
  }
  while (position < end) {
    if (isSpace(source.charCodeAt(position))) position++;
    else if (scalar.style === 'double' && isLineContinuation(source, position)) position += 1;
    else break;
  }
  const escaped = escapeLength(scalar, source, position);
  return { at: position, next: Math.min(position + Math.max(escaped, 1), end) };
}

function isLineContinuation(source: string, at: number): boolean {
  return source[at] === '\\' && (source[at + 1] === '\n' || source[at + 1] === '\r');
}

/** Length of the escape sequence at a place (YAML 1.2 §5.7, §7.3.2); 0 when there is none. */
function escapeLength(scalar: YamlScalar, source: string, at: number): number {
  if (scalar.style === 'single') return source.startsWith("''", at) ? 2 : 0;
  if (scalar.style !== 'double' || source[at] !== '\\') return 0;
  if (isLineContinuation(source, at)) return 0;
  const widths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
  return widths[source[at + 1] ?? ''] ?? 2;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
