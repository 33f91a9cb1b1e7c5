import packageJson from '../package.json' with { type: 'json' };
import type { ReviewResult } from '../src/contracts/result.ts';
import { rules } from '../src/detectors/rules.ts';
import { renderSarif } from '../src/results/sarif.ts';

/** The result as SARIF. */
export function sarifOf(result: ReviewResult): string {
  return renderSarif(result, {
    rules,
    version: packageJson.version,
    informationUri: packageJson.homepage,
  });
}
