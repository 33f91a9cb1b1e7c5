import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLicence } from '../../../src/detectors/dependencies/online/licence-policy.ts';

const policy = { allow: ['MIT', 'Apache-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'], deny: [] };
const denying = { allow: [], deny: ['AGPL-3.0-only', 'GPL-3.0-or-later'] };

describe('a licence by the policy', () => {
  it.each([
    ['MIT', 'admitted'],
    ['mit', 'admitted'],
    ['GPL-3.0-only', 'refused'],
    ['(MIT OR GPL-3.0-only)', 'admitted'],
    ['MIT AND GPL-3.0-only', 'refused'],
    ['MIT AND (Apache-2.0 OR GPL-3.0-only)', 'admitted'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'admitted'],
    ['MIT WITH Some-exception', 'admitted'],
    ['NOASSERTION', 'unknown'],
    ['SEE LICENSE IN LICENSE', 'unknown'],
    ['MIT OR', 'unknown'],
    ['', 'unknown'],
    ['MIT OR NOASSERTION', 'admitted'],
  ])('%s is %s', (expression, verdict) => {
    expect(judgeLicence(expression, policy)).toBe(verdict);
  });

  it.each([
    ['MIT', 'admitted'],
    ['AGPL-3.0', 'refused'],
    ['GPL-3.0+', 'refused'],
    ['AGPL-3.0-only OR MIT', 'admitted'],
    ['AGPL-3.0-only AND MIT', 'refused'],
  ])('with denied ones, %s is %s', (expression, verdict) => {
    expect(judgeLicence(expression, denying)).toBe(verdict);
  });

  it('takes whatever text there is', () => {
    const words = fc.array(fc.constantFrom('MIT', 'OR', 'AND', 'WITH', '(', ')', 'x'), { maxLength: 300 });
    fc.assert(
      fc.property(words, parts => {
        expect(['admitted', 'refused', 'unknown']).toContain(judgeLicence(parts.join(' '), policy));
      }),
    );
    expect(judgeLicence('('.repeat(100_000), policy)).toBe('unknown');
  });
});
