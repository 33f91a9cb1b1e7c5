/**
 * Texts of which one stands in whatever a pattern matches, in lower case; undefined when there is no such set. Knows the
 * syntax of patterns without flags or with `i`: groups, classes, quantifiers, escapes.
 *
 * @param source Source of a regular expression.
 */
export function requiredLiterals(source: string): readonly string[] | undefined {
  const sets = splitAlternatives(source).map(literalsOfSequence);
  return sets.every(set => set !== undefined) ? sets.flat() : undefined;
}

/** Alternatives of a pattern at its top level. */
export function splitAlternatives(source: string): readonly string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(source, at);
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) {
      alternatives.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...alternatives, source.slice(start)];
}

/** The most telling part of a sequence: the one whose shortest text is longest. */
function literalsOfSequence(sequence: string): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let run = '';
  const offer = (set: readonly string[] | undefined): void => {
    if (set !== undefined && shortest(set) > (best === undefined ? 0 : shortest(best))) best = set;
  };
  const endRun = (): void => {
    if (run !== '') offer([run.toLowerCase()]);
    run = '';
  };
  for (let at = 0; at < sequence.length; ) {
    const part = partAt(sequence, at);
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(sequence.slice(part.end))?.[0] ?? '';
    const isOptional = /^(?:[*?]|\{0[,}])/.test(quantifier);
    if (part.text !== undefined && quantifier === '') run += part.text;
    else {
      endRun();
      if (part.group !== undefined && !isOptional) offer(requiredLiterals(part.group));
    }
    at = part.end + quantifier.length;
  }
  endRun();
  return best;
}

type Part = { readonly end: number; readonly text?: string; readonly group?: string };

/** One character, class, escape or group. */
function partAt(sequence: string, at: number): Part {
  const character = sequence[at] ?? '';
  if (character === '[') return { end: endOfClass(sequence, at) + 1 };
  if (character === '(') {
    const end = endOfGroup(sequence, at);
    const inside = sequence.slice(at + 1, end);
    const capturing = /^(?:\?:|\?<\w+>)/.exec(inside)?.[0];
    // A look-around matches nothing itself.
    if (capturing === undefined && inside.startsWith('?')) return { end: end + 1 };
    return { end: end + 1, group: inside.slice(capturing?.length ?? 0) };
  }
  if (character === '\\') {
    const escaped = sequence[at + 1] ?? '';
    return /\w/.test(escaped) ? { end: at + 2 } : { end: at + 2, text: escaped };
  }
  return /[.^$]/.test(character) ? { end: at + 1 } : { end: at + 1, text: character };
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(source, at);
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return source.length;
}

function shortest(set: readonly string[]): number {
  return Math.min(...set.map(text => text.length));
}
