import {
  anyButLineEnd,
  anyCharacter,
  type CharacterSet,
  characterRange,
  classEscape,
  complementOf,
  oneCharacter,
} from './character-set.ts';

/** A regular expression of JavaScript, Python or Java, as far as repetition and ambiguity go. */
export type Pattern =
  | { readonly kind: 'empty' }
  /** The end of the text: nothing matches after it. */
  | { readonly kind: 'end' }
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly body: Pattern; readonly min: number; readonly max: number };

const empty: Pattern = { kind: 'empty' };
const end: Pattern = { kind: 'end' };

/** Deepest nesting of groups that is read. */
const maxDepth = 60;

/** Reads an expression; undefined when it is nested too deeply or not closed. */
export function readPattern(text: string): Pattern | undefined {
  const reader: Reader = { text, at: 0, depth: 0 };
  const pattern = readChoice(reader);
  return reader.at < text.length || reader.depth < 0 ? undefined : pattern;
}

type Reader = { readonly text: string; at: number; depth: number };

function readChoice(reader: Reader): Pattern {
  const parts: Pattern[] = [readSequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 ? (parts[0] ?? empty) : { kind: 'choice', parts };
}

function readSequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  while (reader.at < reader.text.length) {
    const character = reader.text[reader.at];
    if (character === '|' || character === ')') break;
    parts.push(readQuantified(reader));
  }
  return { kind: 'sequence', parts };
}

const quantifier = /(?:[*+?]|\{(\d*)(,?)(\d*)\})([?+]?)/y;

function readQuantified(reader: Reader): Pattern {
  let pattern = readAtom(reader);
  for (;;) {
    quantifier.lastIndex = reader.at;
    const found = quantifier.exec(reader.text);
    if (found === null || found[0] === '{}' || found[0] === '{,}') return pattern;
    reader.at += found[0].length;
    // A possessive repetition is never taken back, whatever is in it.
    if (found[4] === '+') pattern = empty;
    else pattern = { kind: 'repeat', body: pattern, ...bounds(found) };
  }
}

function bounds([whole, least = '', comma, most = '']: RegExpExecArray): {
  readonly min: number;
  readonly max: number;
} {
  if (whole.startsWith('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (whole.startsWith('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (whole.startsWith('?')) return { min: 0, max: 1 };
  const min = Number(least);
  if (comma !== ',') return { min, max: min };
  return { min, max: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
}

function readAtom(reader: Reader): Pattern {
  const { text } = reader;
  const character = text[reader.at++] ?? '';
  switch (character) {
    case '(':
      return readGroup(reader);
    case '[':
      return { kind: 'characters', set: readClass(reader) };
    case '.':
      return { kind: 'characters', set: anyButLineEnd };
    case '^':
      return empty;
    case '$':
      return end;
    case '\\':
      return readEscape(reader);
    default:
      return { kind: 'characters', set: oneCharacter(character.charCodeAt(0)) };
  }
}

const groupHead = /\?(?::|P?<\w+>|[a-zA-Z-]+:|([a-zA-Z-]+\)|[=!]|<[=!]|>|#|P=))/y;

function readGroup(reader: Reader): Pattern {
  groupHead.lastIndex = reader.at;
  const head = groupHead.exec(reader.text);
  reader.at += head?.[0].length ?? 0;
  const special = head?.[1];
  // Flags for all that follows.
  if (special?.endsWith(')') === true) return empty;
  if (++reader.depth > maxDepth) {
    reader.at = reader.text.length;
    reader.depth = Number.NEGATIVE_INFINITY;
    return empty;
  }
  const body = readChoice(reader);
  reader.depth--;
  if (reader.text[reader.at] === ')') reader.at++;
  else reader.depth = Number.NEGATIVE_INFINITY;
  // Lookarounds, atomic groups, comments and back references take no part in what is repeated here.
  return special === undefined ? body : empty;
}

function readEscape(reader: Reader): Pattern {
  const letter = reader.text[reader.at] ?? '';
  if (/[bBAG]/.test(letter)) {
    reader.at++;
    return empty;
  }
  if (/[zZ]/.test(letter)) {
    reader.at++;
    return end;
  }
  const reference = /(?:[1-9]\d*|k<\w+>)/y;
  reference.lastIndex = reader.at;
  const found = reference.exec(reader.text);
  if (found !== null) {
    reader.at += found[0].length;
    return empty;
  }
  return { kind: 'characters', set: escapedSet(reader) };
}

const codes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0, a: 7, e: 27 };
const coded = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|[pP]\{\^?([\w=]+)\}|c[A-Za-z]/y;

function escapedSet(reader: Reader): CharacterSet {
  coded.lastIndex = reader.at;
  const found = coded.exec(reader.text);
  if (found !== null) {
    reader.at += found[0].length;
    const hex = found[1] ?? found[2] ?? found[3];
    // What a property of Unicode holds is not known here: letters and all beyond ASCII are near enough.
    return hex === undefined
      ? characterRange(0x41, 0x5a) | characterRange(0x61, 0x7a) | characterRange(128, 128)
      : oneCharacter(Number.parseInt(hex, 16));
  }
  const letter = reader.text[reader.at++] ?? '';
  return classEscape(letter) ?? oneCharacter(codes[letter] ?? letter.charCodeAt(0));
}

function readClass(reader: Reader): CharacterSet {
  const { text } = reader;
  const negated = text[reader.at] === '^';
  if (negated) reader.at++;
  let set: CharacterSet = 0n;
  let first = true;
  while (reader.at < text.length && (first || text[reader.at] !== ']')) {
    // JavaScript's empty class ends at once; in the other languages the bracket is a member.
    if (first && text[reader.at] === ']' && !text.includes(']', reader.at + 1)) break;
    first = false;
    set |= readMember(reader);
  }
  reader.at++;
  return negated ? complementOf(set) : set;
}

function readMember(reader: Reader): CharacterSet {
  const { text } = reader;
  const from = memberCode(reader);
  if (typeof from === 'bigint') return from;
  if (text[reader.at] !== '-' || text[reader.at + 1] === ']' || reader.at + 1 >= text.length)
    return oneCharacter(from);
  reader.at++;
  const to = memberCode(reader);
  return typeof to === 'bigint'
    ? oneCharacter(from) | oneCharacter(0x2d) | to
    : characterRange(Math.min(from, to || from), Math.max(from, to || from));
}

/** The code of a member of a class, or the set that an escaped one stands for. */
function memberCode(reader: Reader): number | CharacterSet {
  const character = reader.text[reader.at++] ?? '';
  if (character !== '\\') return character.charCodeAt(0);
  const start = reader.at;
  const set = escapedSet(reader);
  if (set === anyCharacter || (set & (set - 1n)) !== 0n) return set;
  const letter = reader.text.slice(start, reader.at);
  const hex = /^[xu]\{?([0-9a-fA-F]+)/.exec(letter)?.[1];
  return hex === undefined ? (codes[letter] ?? letter.charCodeAt(0)) : Number.parseInt(hex, 16);
}
