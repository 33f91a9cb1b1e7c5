import { maskSpans } from '../analysis/mask.ts';
import { createSourceFile } from '../analysis/source-file.ts';
import type { Detector } from '../contracts/detector.ts';

/** Masks everything the secrets rules find in a text, whether it is part of the change or not. */
export function createSecretRedactor(detectors: readonly Detector[]): (path: string, text: string) => string {
  const rules = detectors.filter(({ meta }) => meta.family === 'secrets');
  return (path, text) => {
    const lower = text.toLowerCase();
    const source = createSourceFile({ path, text, parseTree: () => undefined });
    const spans = rules
      .filter(rule => rule.keywords === undefined || rule.keywords.some(keyword => lower.includes(keyword)))
      .flatMap(rule => rule.detect(source))
      .flatMap(finding => finding.secrets ?? []);
    return maskSpans(text, 0, spans);
  };
}
