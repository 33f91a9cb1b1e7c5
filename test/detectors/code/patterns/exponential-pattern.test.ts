import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExponential } from '../../../../src/detectors/code/patterns/exponential-pattern.ts';

describe('an expression takes exponential time', () => {
  it.each([
    String.raw`^(a+)+$`,
    String.raw`^(\d+\s*)+$`,
    String.raw`(a|aa)+$`,
    String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`,
    String.raw`(x+x+)+y`,
    String.raw`(a*)*b`,
    String.raw`(\s*,\s*)*$`,
    String.raw`(a|b|ab)*c`,
    String.raw`^(a{2,})+$`,
    String.raw`(?:a?a)+$`,
    String.raw`(?<name>[a-z]+)*!`,
    String.raw`"(?:[^"\\]|\\.|\\)*"`,
    String.raw`(\r\n|\n|\r)+$`,
  ])('%s', pattern => {
    expect(isExponential(pattern)).toBe(true);
  });
});

describe('an expression does not', () => {
  it.each([
    ['one repetition', String.raw`^[\w\s]*$`],
    ['a separator that nothing else matches', String.raw`^(?:[a-z]+-)*[a-z]+$`],
    ['bounded repetition', String.raw`^(?:ab|cd){1,5}$`],
    ['nothing after it that can fail', String.raw`(a+)+`],
    ['alternatives with nothing in common', String.raw`"(?:[^"\\]|\\.)*"`],
    ['what is never taken back', String.raw`^(a++)+$`],
    ['lookaheads', String.raw`^(?=.*\d)(?=.*[a-z]).{8,}$`],
    ['spaces after what is none', String.raw`(?:[^\s]+\s)+end`],
  ])('because of %s', (_, pattern) => {
    expect(isExponential(pattern)).toBe(false);
  });

  it('unless it must match the whole text', () => {
    expect(isExponential(String.raw`(\d+\.?)+`)).toBe(false);
    expect(isExponential(String.raw`(\d+\.?)+`, { whole: true })).toBe(true);
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    ...String.raw`( ) [ ] * + ? {2,} {1,99} | a b \w \s . ^ $ (?: (?= (?<n> \1 \k<n> \u{1f} \ [^`.split(' '),
  );

  it('is judged without failing', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), parts => {
        expect(typeof isExponential(parts.join(''))).toBe('boolean');
      }),
    );
  });
});
