import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTokenFormat } from '../../../src/detectors/secrets/token-format.ts';

describe('a token format', () => {
  it.each([
    { format: 'npm_{base62:36}', text: 'npm_', least: 0, most: 0 },
    { format: '{base62:14}.atlasv1.{token:60-70}', text: '.atlasv1.', least: 14, most: 14 },
    { format: '{digits:8-10}:AA{base64url:33}', text: ':AA', least: 8, most: 10 },
    { format: '{uuid}:fx', text: ':fx', least: 36, most: 36 },
    { format: '{hex:32}', text: '', least: 0, most: 0 },
  ])('$format is looked for by $text', ({ format, text, least, most }) => {
    expect(parseTokenFormat(format).anchor).toEqual({ text, least, most });
  });

  it('refuses a class that does not exist', () => {
    expect(() => parseTokenFormat('x{nothing:3}')).toThrow('nothing');
  });

  it('matches its own samples, and nothing longer', () => {
    const slot = fc.constantFrom(
      '{hex:8}',
      '{base62:5-9}',
      '{digits:4}',
      '{uuid}',
      '{base64:12+}',
      '{upper:6}',
    );
    const literal = fc.constantFrom('a_', '.', '-', '$', 'x(', '+');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(literal, slot), { minLength: 1, maxLength: 4 }),
        fc.nat(1000),
        (parts, seed) => {
          const format = parseTokenFormat(parts.flat().join(''));
          const pattern = new RegExp(`^${format.source}$`);
          expect(format.sample(seed)).toMatch(pattern);
          expect(`${format.sample(seed)}\u00e9`).not.toMatch(pattern);
        },
      ),
    );
  });
});
