import type { Detector, RawFinding, SourceFile } from '../../contracts/detector.ts';
import { providerSecrets } from './provider-secrets.ts';

/** A provider's rule and what it found. */
export type ProviderFinding = { readonly rule: Detector; readonly found: RawFinding };

/**
 * Runs the rules of all providers over a short text, such as a decoded value; offsets are into that text. Rules for
 * certain files run only when the text comes from such a path.
 */
export function findProviderSecrets(text: string, path = ''): readonly ProviderFinding[] {
  const lower = text.toLowerCase();
  const file = createSnippet(text);
  return providerSecrets
    .filter(rule => rule.appliesTo(path) && rule.keywords?.some(keyword => lower.includes(keyword)))
    .flatMap(rule => rule.detect(file).map(found => ({ rule, found })));
}

/** A short text as rules see a file. */
export function createSnippet(text: string): SourceFile {
  const memory = new Map<string, unknown>();
  const file: SourceFile = {
    path: '',
    text,
    base: undefined,
    beside: [],
    tree: () => undefined,
    memo<T>(key: string, compute: (source: SourceFile) => T): T {
      if (!memory.has(key)) memory.set(key, compute(file));
      return memory.get(key) as T;
    },
  };
  return file;
}
