/**
 * A set of characters as bits: one for each of ASCII, and one for all others together. Exact enough to tell whether two
 * parts of an expression can match the same text.
 */
export type CharacterSet = bigint;

const others = 1n << 128n;
export const noCharacter: CharacterSet = 0n;
export const anyCharacter: CharacterSet = (others << 1n) - 1n;

/** All characters from one code point to another. */
export function characterRange(from: number, to: number): CharacterSet {
  const last = Math.min(to, 127);
  const ascii = from > last ? 0n : ((1n << BigInt(last - from + 1)) - 1n) << BigInt(from);
  return to > 127 ? ascii | others : ascii;
}

/** One character; none at the end of a text, which has no code. */
export function oneCharacter(code: number): CharacterSet {
  return Number.isNaN(code) ? noCharacter : characterRange(code, code);
}

export function complementOf(set: CharacterSet): CharacterSet {
  // A class that leaves out one letter outside ASCII still has the rest of them.
  return (anyCharacter & ~set) | others;
}

const digits = characterRange(0x30, 0x39);
const word = digits | characterRange(0x41, 0x5a) | characterRange(0x61, 0x7a) | oneCharacter(0x5f);
// The spaces beyond ASCII are left out, so that a space and what is none have nothing in common.
const space = characterRange(9, 13) | oneCharacter(0x20);
const lineEnds = oneCharacter(10) | oneCharacter(13);

/** What `.` matches. */
export const anyButLineEnd: CharacterSet = anyCharacter & ~lineEnds;

/** What an escaped letter stands for as a class of characters: `\d`, `\W`. */
export function classEscape(letter: string): CharacterSet | undefined {
  switch (letter) {
    case 'd':
      return digits;
    case 'D':
      return complementOf(digits);
    case 'w':
      return word;
    case 'W':
      return complementOf(word);
    case 's':
      return space;
    case 'S':
      return complementOf(space);
    case 'h':
      return oneCharacter(9) | oneCharacter(0x20);
    default:
      return undefined;
  }
}
