import type { CharacterTest, ParsedPattern, PatternNode } from './pattern-tree.ts';

/** Longest pattern, characters. */
const maxLength = 500;
/** Most repetitions that `{n,m}` may ask for. */
const maxRepeat = 100;
/** Deepest nesting of groups. */
const maxDepth = 20;

class PatternProblem extends Error {}

/**
 * Reads the part of JavaScript's regular expressions that can be matched in linear time: characters, classes, `.`,
 * groups, `|`, `* + ? {n,m}`, `^ $ \b \B`. Backreferences, look-around and Unicode properties are refused by name.
 * Total: never throws.
 */
export function parsePattern(source: string, ignoreCase: boolean): ParsedPattern {
  if (source === '') return { kind: 'problem', message: 'is empty' };
  if (source.length > maxLength)
    return { kind: 'problem', message: `is longer than ${maxLength} characters` };
  try {
    const reader = { source, ignoreCase, at: 0, depth: 0 };
    const tree = readChoice(reader);
    if (reader.at < source.length) throw new PatternProblem('has a ")" without "("');
    return { kind: 'pattern', tree };
  } catch (error) {
    if (error instanceof PatternProblem) return { kind: 'problem', message: error.message };
    throw error;
  }
}

type Reader = { readonly source: string; readonly ignoreCase: boolean; at: number; depth: number };

function readChoice(reader: Reader): PatternNode {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    options.push(readSequence(reader));
  }
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (let next = reader.source[reader.at]; next !== undefined && next !== '|' && next !== ')'; ) {
    parts.push(readRepeat(reader, readAtom(reader)));
    next = reader.source[reader.at];
  }
  return { kind: 'sequence', parts };
}

function readRepeat(reader: Reader, part: PatternNode): PatternNode {
  const range = rangeAt(reader);
  if (range === undefined) return part;
  if (part.kind === 'assertion') throw new PatternProblem('repeats a place such as ^, $ or \\b');
  reader.at += range.length;
  // Whether as few or as many as possible are taken makes no difference to whether it matches.
  if (reader.source[reader.at] === '?') reader.at += 1;
  if (rangeAt(reader) !== undefined) throw new PatternProblem('has two repetitions in a row');
  return { kind: 'repeat', part, least: range.least, most: range.most };
}

function rangeAt({
  source,
  at,
}: Reader): { least: number; most: number | undefined; length: number } | undefined {
  switch (source[at] ?? '') {
    case '*':
      return { least: 0, most: undefined, length: 1 };
    case '+':
      return { least: 1, most: undefined, length: 1 };
    case '?':
      return { least: 0, most: 1, length: 1 };
    case '{': {
      const match = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(source.slice(at, at + 12));
      if (match === null)
        throw new PatternProblem('has a "{" that is no repetition; write "\\{" for the character');
      const least = Number(match[1]);
      const most = match[2] === undefined ? least : match[3] === undefined ? undefined : Number(match[3]);
      if (Math.max(least, most ?? 0) > maxRepeat)
        throw new PatternProblem(`repeats more than ${maxRepeat} times`);
      if (most !== undefined && most < least)
        throw new PatternProblem('has a repetition whose numbers are swapped');
      return { least, most, length: match[0].length };
    }
    default:
      return undefined;
  }
}

function readAtom(reader: Reader): PatternNode {
  const character = reader.source[reader.at] ?? '';
  reader.at += 1;
  switch (character) {
    case '(':
      return readGroup(reader);
    case '[':
      return { kind: 'character', test: readClass(reader) };
    case '.':
      return { kind: 'character', test: candidate => !'\n\r\u2028\u2029'.includes(candidate) };
    case '^':
      return { kind: 'assertion', at: 'start' };
    case '$':
      return { kind: 'assertion', at: 'end' };
    case '\\':
      return readEscape(reader);
    case '*':
    case '+':
    case '?':
    case '{':
      throw new PatternProblem(
        `has a "${character}" with nothing before it; write "\\${character}" for the character`,
      );
    default:
      return { kind: 'character', test: testOf(reader, character) };
  }
}

function readGroup(reader: Reader): PatternNode {
  if (reader.source[reader.at] === '?') {
    if (reader.source[reader.at + 1] !== ':')
      throw new PatternProblem(
        'uses look-around or a named group, which are not supported; "(" and "(?:" are',
      );
    reader.at += 2;
  }
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new PatternProblem(`nests more than ${maxDepth} groups`);
  const inside = readChoice(reader);
  if (reader.source[reader.at] !== ')') throw new PatternProblem('has a "(" that is not closed');
  reader.at += 1;
  reader.depth -= 1;
  return inside;
}

function readEscape(reader: Reader): PatternNode {
  const letter = reader.source[reader.at];
  if (letter === 'b' || letter === 'B') {
    reader.at += 1;
    return { kind: 'assertion', at: letter === 'b' ? 'word-boundary' : 'no-word-boundary' };
  }
  return { kind: 'character', test: testOf(reader, readEscaped(reader)) };
}

const classes: Readonly<Record<string, RegExp>> = {
  d: /^\d$/,
  D: /^\D$/,
  w: /^\w$/,
  W: /^\W$/,
  s: /^\s$/,
  S: /^\S$/,
};
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

/** What stands after a backslash: a class, or one character. */
function readEscaped(reader: Reader): CharacterTest | string {
  const letter = reader.source[reader.at];
  if (letter === undefined) throw new PatternProblem('ends in a backslash');
  reader.at += 1;
  const set = classes[letter];
  if (set !== undefined) return candidate => set.test(candidate);
  const control = controls[letter];
  if (control !== undefined) return control;
  const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(
    reader.source.slice(reader.at - 1, reader.at + 5),
  );
  if (code !== null) {
    reader.at += code[0].length - 1;
    return String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
  }
  if (/[1-9k]/.test(letter)) throw new PatternProblem('uses a backreference, which is not supported');
  if (/[a-zA-Z]/.test(letter)) throw new PatternProblem(`uses "\\${letter}", which is not supported`);
  return letter;
}

function readClass(reader: Reader): CharacterTest {
  const negated = reader.source[reader.at] === '^';
  if (negated) reader.at += 1;
  const tests: CharacterTest[] = [];
  for (;;) {
    const from = readClassPart(reader);
    if (from === undefined) break;
    const isRange = reader.source[reader.at] === '-' && reader.source[reader.at + 1] !== ']';
    if (!isRange) {
      tests.push(testOf(reader, from));
      continue;
    }
    reader.at += 1;
    const to = readClassPart(reader);
    if (typeof from !== 'string' || typeof to !== 'string' || to < from)
      throw new PatternProblem('has a range in brackets that does not go from a character to a later one');
    tests.push(folded(reader, candidate => candidate >= from && candidate <= to));
  }
  return candidate => tests.some(test => test(candidate)) !== negated;
}

/** Undefined at the closing bracket, which it takes. */
function readClassPart(reader: Reader): CharacterTest | string | undefined {
  const character = reader.source[reader.at];
  if (character === undefined) throw new PatternProblem('has a "[" that is not closed');
  reader.at += 1;
  if (character === ']') return undefined;
  if (character !== '\\') return character;
  if (reader.source[reader.at] !== 'b') return readEscaped(reader);
  reader.at += 1;
  return '\b';
}

function testOf(reader: Reader, part: CharacterTest | string): CharacterTest {
  return folded(reader, typeof part === 'string' ? candidate => candidate === part : part);
}

/** Before any negation, because `[^a]` takes neither `a` nor `A` when case is ignored. */
function folded({ ignoreCase }: Reader, test: CharacterTest): CharacterTest {
  if (!ignoreCase) return test;
  return candidate => test(candidate) || test(candidate.toLowerCase()) || test(candidate.toUpperCase());
}
