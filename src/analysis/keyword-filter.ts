import type { Detector } from '../contracts/detector.ts';

/**
 * Picks the detectors worth running on a text: those without keywords, and those one of whose keywords
 * occurs in it.
 */
export function createKeywordFilter(detectors: readonly Detector[]): (text: string) => ReadonlySet<Detector> {
  const unconditional = detectors.filter(detector => detector.keywords === undefined);
  const byKeyword = new Map<string, Detector[]>();
  for (const detector of detectors) {
    for (const keyword of detector.keywords ?? []) {
      byKeyword.set(keyword, [...(byKeyword.get(keyword) ?? []), detector]);
    }
  }
  const keywords = [...byKeyword.keys()];
  return text => {
    const lower = text.toLowerCase();
    const chosen = new Set(unconditional);
    for (const keyword of keywords) {
      if (!lower.includes(keyword)) continue;
      for (const detector of byKeyword.get(keyword) ?? []) chosen.add(detector);
    }
    return chosen;
  };
}
