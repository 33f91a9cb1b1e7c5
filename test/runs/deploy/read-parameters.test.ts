import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterConfig } from '../../../src/contracts/deploy.ts';
import { readParameters } from '../../../src/runs/deploy/read-parameters.ts';

const base: ParameterConfig = {
  type: 'text',
  description: undefined,
  required: false,
  default: undefined,
  choices: [],
  pattern: undefined,
  minimum: undefined,
  maximum: undefined,
};
const text = base;
const version: ParameterConfig = { ...base, pattern: 'v\\d+|latest' };
const count: ParameterConfig = { ...base, type: 'number', minimum: 1, maximum: 10 };
const anyNumber: ParameterConfig = { ...base, type: 'number' };
const flag: ParameterConfig = { ...base, type: 'boolean' };
const region: ParameterConfig = { ...base, type: 'choice', choices: ['eu', 'us'] };

/** The value that was read; undefined when it was refused. */
function valueOf(declared: ParameterConfig, given: string) {
  const read = readParameters({ it: declared }, { it: given });
  return read.kind === 'ok' ? read.values['it'] : undefined;
}

describe('a value', () => {
  it.each<[string, ParameterConfig, string, string | number | boolean]>([
    ['text', text, 'release/1.2_3@a:b+c', 'release/1.2_3@a:b+c'],
    ['a pattern', version, 'v12', 'v12'],
    ['a pattern', version, 'latest', 'latest'],
    ['a number', count, '10', 10],
    ['a number', anyNumber, '-1.5', -1.5],
    ['a boolean', flag, 'true', true],
    ['a boolean', flag, 'false', false],
    ['a choice', region, 'us', 'us'],
  ])('of %s is taken: %#', (_what, declared, given, value) => {
    expect(valueOf(declared, given)).toBe(value);
  });

  it.each<[string, ParameterConfig, string, string]>([
    ['text with a space', text, 'a b', 'letters, digits and `._:/@+-`, no leading dash'],
    ['text like an option', text, '-rf', 'no leading dash'],
    ['text for a shell', text, '$(id)', 'letters, digits'],
    ['text of another script', text, 'st\u0430ging', 'letters, digits'],
    ['no text', text, '', 'letters, digits'],
    ['text with a second line', text, 'a\nb', 'letters, digits'],
    ['part of a pattern', version, 'v1; id', 'text like `v\\d+|latest`'],
    ['more than a pattern', version, 'latest\n', 'text like'],
    ['the end of an alternative', version, 'notlatest', 'text like'],
    ['too little', count, '0', 'a number from 1 up to 10'],
    ['too much', count, '11', 'a number from 1 up to 10'],
    ['a number in words', anyNumber, 'Infinity', 'a number'],
    ['a number in another base', anyNumber, '0x10', 'a number'],
    ['a number with an exponent', anyNumber, '1e3', 'a number'],
    ['no number', anyNumber, '', 'a number'],
    ['another boolean', flag, 'yes', '`true` or `false`'],
    ['another case', flag, 'True', '`true` or `false`'],
    ['another choice', region, 'EU', 'one of `eu`, `us`'],
    ['a name of every object', region, 'constructor', 'one of `eu`, `us`'],
  ])('that is %s is refused with what is taken', (_what, declared, given, takes) => {
    const read = readParameters({ it: declared }, { it: given });
    expect(read).toMatchObject({ kind: 'wrong', message: expect.stringContaining(takes) });
  });
});

describe('a parameter', () => {
  it('that is not given has its default, or is left out, or missing', () => {
    const declared = { region: { ...region, default: 'eu' }, flag };
    expect(readParameters(declared, {})).toEqual({ kind: 'ok', values: { region: 'eu' } });
    expect(readParameters({ count: { ...count, required: true } }, {})).toEqual({
      kind: 'wrong',
      message: 'The parameter `count` is missing: a number from 1 up to 10.',
    });
  });

  it('that is not declared is refused, with what was probably meant', () => {
    expect(readParameters({ region }, { regoin: 'eu' })).toEqual({
      kind: 'wrong',
      message: 'The environment has no parameter `regoin`. Did you mean "region"? It has `region`.',
    });
    expect(readParameters({}, { constructor: 'eu' })).toEqual({
      kind: 'wrong',
      message: 'The environment has no parameter `constructor`. It has none.',
    });
  });

  it('of whatever text is plain, of its declared kind and within its bounds, or refused', () => {
    const values = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^-?\d{1,4}$/));
    fc.assert(
      fc.property(values, given => {
        expect(String(valueOf(text, given) ?? 'a')).toMatch(/^[A-Za-z0-9._:/@+][A-Za-z0-9._:/@+-]*$/);
        const number = valueOf(count, given) ?? 1;
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThanOrEqual(10);
        expect(['eu', 'us']).toContain(valueOf(region, given) ?? 'eu');
        expect([true, false]).toContain(valueOf(flag, given) ?? true);
        expect(String(valueOf(version, given) ?? 'v1')).toMatch(/^(?:v\d+|latest)$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
