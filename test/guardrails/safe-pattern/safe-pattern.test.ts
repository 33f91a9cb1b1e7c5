import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSafePattern } from '../../../src/guardrails/safe-pattern/safe-pattern.ts';

function matches(source: string, text: string, ignoreCase = false): boolean {
  const pattern = createSafePattern(source, { ignoreCase });
  if ('problem' in pattern) throw new Error(`${source} ${pattern.problem}`);
  return pattern.matches(text);
}

/** Patterns of the supported grammar over a small alphabet, so that they often match. */
const { source: anyPattern } = fc.letrec<{ source: string; atom: string }>(tie => ({
  source: fc
    .array(
      fc
        .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?'))
        .map(([atom, times]) => `${atom}${/^(?:\^|\$|\\b|\\B)$/.test(atom) ? '' : times}`),
      { maxLength: 3 },
    )
    .map(parts => parts.join('')),
  atom: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '[a-c]',
      '\\d',
      '\\w',
      '\\s',
      '\\b',
      '\\B',
      '^',
      '$',
      '\\.',
      '-',
    ),
    tie('source').map(inside => `(${inside})`),
    fc.tuple(tie('source'), tie('source')).map(([left, right]) => `(?:${left}|${right})`),
  ),
}));
const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'A', '1', ' ', '.', '-', '\n'),
  maxLength: 12,
});

describe('safe patterns', () => {
  it('find exactly what JavaScript’s regular expressions find', () => {
    fc.assert(
      fc.property(anyPattern, anyText, fc.boolean(), (source, text, ignoreCase) => {
        fc.pre(source !== '' && source.length <= 60);
        expect(matches(source, text, ignoreCase)).toBe(new RegExp(source, ignoreCase ? 'i' : '').test(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['(a+)+$', `${'a'.repeat(50_000)}!`],
    ['(a|a)*b', 'a'.repeat(50_000)],
    ['(a*)*(a*)*c', 'a'.repeat(50_000)],
    ['(.*)(.*)(.*)(.*)x', 'y'.repeat(50_000)],
    ['(\\w+\\s?)+!', 'word '.repeat(10_000)],
  ])('%s does not run away over a text made for it', (source, text) => {
    // A backtracking matcher would need longer than the universe is old, so that ending at all is the proof.
    expect(matches(source, text)).toBe(false);
  });

  it.each([
    ['', 'is empty'],
    ['(', 'is not closed'],
    ['a)', 'without "("'],
    ['[a', 'is not closed'],
    ['[z-a]', 'range'],
    ['*a', 'nothing before it'],
    ['a**', 'two repetitions'],
    ['a{', 'is no repetition'],
    ['a{3,1}', 'swapped'],
    ['a{1000}', 'more than 100'],
    ['(?=a)', 'look-around'],
    ['(?<n>a)', 'named group'],
    ['(a)\\1', 'backreference'],
    ['\\p{L}', 'not supported'],
    ['\\', 'backslash'],
    ['^*', 'repeats a place'],
    [`${'('.repeat(21)}a${')'.repeat(21)}`, 'nests'],
    ['x'.repeat(501), 'longer than'],
    ['((a{100}){100})', 'too large'],
  ])('%s is refused with a reason', (source, reason) => {
    expect(createSafePattern(source)).toEqual({ problem: expect.stringContaining(reason) as string });
  });

  it('never throw, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string(), (source, text) => {
        const pattern = createSafePattern(source);
        expect(typeof ('problem' in pattern ? pattern.problem : pattern.matches(text))).toMatch(
          /string|boolean/,
        );
      }),
    );
  });
});
