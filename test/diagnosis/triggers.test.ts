import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiteralSearch } from '../../src/diagnosis/literal-search.ts';
import { requiredLiterals, splitAlternatives } from '../../src/diagnosis/required-literals.ts';
import { recognitions } from '../../src/diagnosis/tools/index.ts';
import { combineTriggers } from '../../src/diagnosis/triggers.ts';

describe('the texts that a pattern needs', () => {
  it.each([
    ['error TS\\d', ['error ts']],
    ['timed? ?out', ['time']],
    ['(?:is not set|must be set)', ['is not set', 'must be set']],
    ['^a|bcd', ['a', 'bcd']],
    ['x{2,}(?<name>abc)?yz', ['yz']],
    ['[abc]+\\.go:\\d', ['.go:']],
    ['(?:a|\\d+)', undefined],
    ['(?!abc)\\w+', undefined],
  ])('%s', (source, literals) => {
    expect(requiredLiterals(source)).toEqual(literals);
  });

  it('are split at the alternatives of the top level only', () => {
    expect(splitAlternatives('a|(b|c)|[|]\\|d')).toEqual(['a', '(b|c)', '[|]\\|d']);
  });
});

describe('the search for literals', () => {
  it('finds what `includes` finds', () => {
    const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'C', ' '), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(literal, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', ' '), maxLength: 30 }),
        (literals, text) => {
          const expected = literals.some(one => text.toLowerCase().includes(one.toLowerCase()));
          expect(createLiteralSearch(literals)(text)).toBe(expected);
        },
      ),
    );
  });
});

describe('the triggers together', () => {
  it('are pulled by every line that pulls one of them', () => {
    const { any } = combineTriggers(recognitions);
    const folder = join(import.meta.dirname, 'fixtures');
    const lines = readdirSync(folder)
      .filter(name => name.endsWith('.log'))
      .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
      .map(line => line.replace(/^\S+Z /, ''));
    const missed = lines.filter(line => !any(line) && recognitions.some(({ trigger }) => trigger.test(line)));
    expect(missed).toEqual([]);
  });
});
