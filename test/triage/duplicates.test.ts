import { describe, expect, it } from 'vitest';
import type { IssueWords } from '../../src/contracts/triage.ts';
import { likelyDuplicates, termsOf } from '../../src/triage/duplicates.ts';

const words = (number: number, title: string, body = '', vector?: readonly number[]): IssueWords => ({
  number,
  title,
  open: true,
  terms: termsOf({ title, body }),
  vector: vector === undefined ? undefined : { model: 'm', values: vector },
});
const least = { similarity: 0.5, meaning: 0.9 };

const others = [
  words(1, 'Checkout crashes when the cart is empty', 'TypeError: total of undefined in renderCart'),
  words(2, 'Add dark mode', 'It would be nice to have a dark theme'),
  words(3, 'Search is slow', 'The search takes ten seconds with many products'),
  words(4, 'Login form does not take the focus', 'With Firefox'),
  words(5, 'Docs: typo in the quickstart'),
  ...Array.from({ length: 40 }, (_, index) =>
    words(100 + index, `Unrelated matter ${index}`, `topic${index} detail${index}`),
  ),
];

describe('likely duplicates', () => {
  it.each([
    [
      'the same in other words',
      'Crash at checkout with an empty cart',
      'renderCart throws TypeError: total undefined',
      [1],
    ],
    ['the very same', 'Search is slow', 'The search takes ten seconds with many products', [3]],
    ['something else', 'Payment fails with a foreign card', 'The bank says no', []],
    ['a single shared word', 'Firefox', '', []],
    ['an empty issue', '', '', []],
    ['only a template', 'Bug', '## Steps to reproduce\n\n## Expected behavior\n\n## Actual behavior\n', []],
  ])('%s', (_name, title, body, expected) => {
    expect(likelyDuplicates(words(9, title, body), others, least).map(({ number }) => number)).toEqual(
      expected,
    );
  });

  it('say what both speak of, the rarest first, and never the issue itself', () => {
    const [found] = likelyDuplicates({ ...others[0], number: 9 } as IssueWords, others, least);
    expect(found).toMatchObject({ number: 1, by: 'words' });
    expect(found?.similarity).toBeCloseTo(1);
    expect(found?.sharedTerms).toContain('checkout');
    expect(likelyDuplicates(others[0] as IssueWords, others, least)).toEqual([]);
  });

  it('are found by meaning where both have a vector of one model', () => {
    const near = words(1, 'The app is sluggish', '', [1, 0.1, 0]);
    const far = words(2, 'Dark mode', '', [0, 0, 1]);
    const other = { ...words(3, 'Another model', ''), vector: { model: 'n', values: [1, 0, 0] } };
    const found = likelyDuplicates(
      words(9, 'Everything takes long', '', [1, 0, 0]),
      [near, far, other],
      least,
    );
    expect(found).toMatchObject([{ number: 1, by: 'meaning' }]);
  });

  it('are at most three', () => {
    const same = Array.from({ length: 9 }, (_, index) => words(index + 1, 'Search is slow', 'many products'));
    expect(likelyDuplicates(words(99, 'Search is slow', 'many products'), same, least)).toHaveLength(3);
  });

  it('of a text that is one huge word are none', () => {
    expect(Object.keys(termsOf({ title: 'a', body: 'x'.repeat(100_000) })).length).toBeLessThan(600);
    expect(termsOf({ title: '__proto__ constructor', body: '' })).toEqual({ constructor: 3 });
  });
});
