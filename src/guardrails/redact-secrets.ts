import { createKeywordFilter } from '../analysis/keyword-filter.ts';
import { maskSpans } from '../analysis/mask.ts';
import { createSourceFile } from '../analysis/source-file.ts';
import type { Detector } from '../contracts/detector.ts';

/** Masks everything the secrets rules find in a text, whether it is part of the change or not. */
export function createSecretRedactor(detectors: readonly Detector[]): (path: string, text: string) => string {
  const choose = createKeywordFilter(detectors.filter(({ meta }) => meta.family === 'secrets'));
  return (path, text) => {
    const source = createSourceFile({ path, text, parseTree: () => undefined });
    const spans = [...choose(text)]
      .filter(rule => rule.appliesTo(path))
      .flatMap(rule => rule.detect(source))
      .flatMap(finding => finding.secrets ?? []);
    return maskSpans(text, 0, spans);
  };
}
