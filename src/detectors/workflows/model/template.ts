import type { Span } from '../../../contracts/detector.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { scalarPositions } from './scalar-positions.ts';
import type { YamlScalar } from './yaml-tree.ts';

/** One expression in a scalar: a `${{ }}`, or the whole of an `if:`. Spans are offsets into the file. */
export type Template = Span & {
  readonly scalar: YamlScalar;
  /** Offsets of the `${{ }}` in the scalar's text. */
  readonly inScalar: Span;
  /** False for the whole of an `if:`. */
  readonly fenced: boolean;
  /** What stands between the braces. */
  readonly source: string;
  /** Undefined when it is no valid expression. */
  readonly expression: Expression | undefined;
  /** The place in the file of a part of `expression`. */
  readonly place: (part: Span) => Span;
};

/** The `${{ }}` of a scalar in order. */
export function templatesOf(scalar: YamlScalar, source: string): readonly Template[] {
  if (!scalar.text.includes('${{')) return [];
  const position = scalarPositions(scalar, source);
  return fencesOf(scalar.text).map(fence =>
    toTemplate({ scalar, position, inScalar: fence, from: fence.start + 3, to: fence.end - 2 }),
  );
}

/** The expressions of an `if:`, where the braces may be left out. */
export function conditionsOf(scalar: YamlScalar, source: string): readonly Template[] {
  if (scalar.text.includes('${{')) return templatesOf(scalar, source);
  const inScalar = { start: 0, end: scalar.text.length };
  const position = scalarPositions(scalar, source);
  return [toTemplate({ scalar, position, inScalar, from: 0, to: scalar.text.length })];
}

function toTemplate(options: {
  readonly scalar: YamlScalar;
  readonly position: (offset: number) => number;
  readonly inScalar: Span;
  readonly from: number;
  readonly to: number;
}): Template {
  const { scalar, position, inScalar, from } = options;
  const source = scalar.text.slice(from, options.to);
  const place = (part: Span): Span => {
    const start = position(from + part.start);
    return { start, end: Math.max(position(from + part.end - 1) + 1, start) };
  };
  const start = position(inScalar.start);
  return {
    scalar,
    inScalar,
    fenced: from !== inScalar.start,
    source,
    expression: parseExpression(source),
    place,
    start,
    end: Math.max(position(inScalar.end - 1) + 1, start),
  };
}

/** `${{ … }}` with braces inside strings skipped, as the runner does. */
function fencesOf(text: string): readonly Span[] {
  const fences: Span[] = [];
  let start = text.indexOf('${{');
  while (start !== -1) {
    const end = closingBraces(text, start + 3);
    if (end === undefined) return fences;
    fences.push({ start, end });
    start = text.indexOf('${{', end);
  }
  return fences;
}

function closingBraces(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', at)) return at + 2;
  }
  return undefined;
}
