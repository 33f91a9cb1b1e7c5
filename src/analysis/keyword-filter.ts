import type { Detector } from '../contracts/detector.ts';
import { createKeywordAutomaton } from './keyword-automaton.ts';

/**
 * Picks the detectors worth running on a text: those without keywords, and those one of whose keywords
 * occurs in it. Takes one pass over the text, however many keywords there are.
 */
export function createKeywordFilter(detectors: readonly Detector[]): (text: string) => ReadonlySet<Detector> {
  const unconditional = detectors.filter(detector => detector.keywords === undefined);
  const byKeyword = new Map<string, Detector[]>();
  for (const detector of detectors) {
    for (const keyword of detector.keywords ?? []) {
      const sharing = byKeyword.get(keyword);
      if (sharing === undefined) byKeyword.set(keyword, [detector]);
      else sharing.push(detector);
    }
  }
  const keywordsIn = createKeywordAutomaton([...byKeyword.keys()]);
  return text => {
    const chosen = new Set(unconditional);
    for (const keyword of keywordsIn(text)) {
      for (const detector of byKeyword.get(keyword) ?? []) chosen.add(detector);
    }
    return chosen;
  };
}
