import type { RawFinding } from '../../contracts/detector.ts';
import { genericSecret } from './generic-secret.ts';
import { createSnippet, findProviderSecrets } from './provider-scan.ts';

/** What a decoded or put-together text turned out to hold. */
export type HiddenSecret = Required<Pick<RawFinding, 'severity' | 'confidence'>> & {
  /** The title of the rule that knows it. */
  readonly title: string;
};

/** The first secret that ends behind `from` in a short text that stands in no file as such. */
export function findHiddenSecret(text: string, from = 0): HiddenSecret | undefined {
  const known = findProviderSecrets(text).find(({ found }) => found.end > from);
  if (known !== undefined) {
    const { meta } = known.rule;
    const { severity = meta.severity, confidence = meta.confidence } = known.found;
    return { title: meta.title, severity, confidence };
  }
  const isSecret = genericSecret.detect(createSnippet(text)).some(found => found.end > from);
  return isSecret ? { title: genericSecret.meta.title, severity: 'high', confidence: 'low' } : undefined;
}
