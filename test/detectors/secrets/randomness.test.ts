import { describe, expect, it } from 'vitest';
import { exampleToken } from '../../../src/detectors/secrets/example-token.ts';
import { isPlaceholder } from '../../../src/detectors/secrets/placeholder.ts';
import { looksLikePassword, looksRandom } from '../../../src/detectors/secrets/randomness.ts';

const alphabets = ['hex', 'base62', 'lower', 'upper', 'base32', 'base64url', 'letters'] as const;
const samples = 500;

/** How many of many random tokens a test accepts, 0 to 1. */
function shareOf(
  test: (token: string) => boolean,
  alphabet: (typeof alphabets)[number],
  length: number,
): number {
  const tokens = Array.from({ length: samples }, (_, seed) => exampleToken(alphabet, length, seed + 1));
  return tokens.filter(test).length / samples;
}

describe('random text', () => {
  it.each(alphabets.flatMap(alphabet => [16, 20, 32, 40, 64].map(length => ({ alphabet, length }))))(
    'of $length characters of $alphabet is not taken for a placeholder',
    ({ alphabet, length }) => {
      expect(shareOf(isPlaceholder, alphabet, length)).toBeLessThan(0.01);
    },
  );

  it.each(
    (['hex', 'base62', 'lower', 'base64url'] as const).flatMap(alphabet =>
      [24, 32, 40, 64].map(length => ({ alphabet, length })),
    ),
  )('of $length characters of $alphabet looks random', ({ alphabet, length }) => {
    expect(shareOf(looksRandom, alphabet, length)).toBeGreaterThan(0.97);
  });
});

describe('text with a meaning', () => {
  it.each([
    'your-api-key-goes-here',
    'INSERT_TOKEN_HERE_12345',
    'xxxxxxxxxxxxxxxxxxxxxxxx',
    '00000000-0000-0000-0000-000000000000',
    'abcdefghijklmnopqrstuvwxyz123456',
    '1234567890abcdef1234567890abcdef12345678',
    '<your-token>',
    'replace_me_with_a_token',
    'AKIAIOSFODNN7EXAMPLE',
  ])('%s is a placeholder', text => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    '/var/run/secrets/kubernetes.io/serviceaccount/token1',
    'https://login.acme-corp.io/oauth2/v2.0/token',
    'config.providers.github.clientSecret2',
    'getUserAccessTokenFromSessionV2',
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'application/x-www-form-urlencoded2',
    '2026-01-01T00:00:00.000Z',
    'security@acme-corp1.io',
    'v12.22.1-alpha.20240101',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app',
    'op://vault/item/password1',
  ])('%s does not look random', text => {
    expect(looksRandom(text)).toBe(false);
  });

  it.each([
    { password: 'Tr0ub4dor&3', expected: true },
    { password: 'kX9#mQ2$vL', expected: true },
    { password: 'password', expected: false },
    { password: 'Password', expected: false },
    { password: 'must contain 8 characters', expected: false },
    { password: 'short1!', expected: false },
  ])('$password as a password: $expected', ({ password, expected }) => {
    expect(looksLikePassword(password)).toBe(expected);
  });
});
