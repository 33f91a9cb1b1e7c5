import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeywordAutomaton } from '../../src/analysis/keyword-automaton.ts';

describe('the keyword automaton', () => {
  it('finds keywords inside one another, at the edges, and in either case', () => {
    const keywordsIn = createKeywordAutomaton(['he', 'she', 'his', 'hers', 'xoxb-', '://']);
    expect([...keywordsIn('USHERS')].toSorted()).toEqual(['he', 'hers', 'she']);
    expect([...keywordsIn('XoxB-')]).toEqual(['xoxb-']);
    expect([...keywordsIn('https://his')].toSorted()).toEqual(['://', 'his']);
    expect([...keywordsIn('')]).toEqual([]);
  });

  it('works without keywords, and takes the empty keyword to be everywhere', () => {
    expect([...createKeywordAutomaton([])('text')]).toEqual([]);
    expect([...createKeywordAutomaton([''])('')]).toEqual(['']);
  });

  it('leaves characters alone that no keyword uses', () => {
    expect([...createKeywordAutomaton(['key'])('k€e\u{1F511}y ключ KEY')]).toEqual(['key']);
  });

  it('finds what a search for each keyword finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_', '-'), minLength: 1, maxLength: 4 });
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', 'C', '_', '-', 'é'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (keywords, haystack) => {
        const expected = keywords.filter(keyword => haystack.toLowerCase().includes(keyword));
        expect([...createKeywordAutomaton(keywords)(haystack)].toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
