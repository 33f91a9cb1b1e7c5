import type { Config } from '../../contracts/config.ts';
import type { Outcome, ReviewResult } from '../../contracts/result.ts';
import { noUsage } from './assemble-result.ts';

/** The result of a review that did not get as far as looking at anything. */
export function emptyResult(options: {
  readonly outcome: Extract<Outcome, 'refused' | 'failed' | 'cancelled'>;
  readonly headSha: string;
  readonly failOn: Config['review']['failOn'];
  readonly reason: string;
}): ReviewResult {
  return {
    outcome: options.outcome,
    headSha: options.headSha,
    findings: [],
    dismissed: [],
    fixedCount: 0,
    hiddenCount: 0,
    notAnalysed: [{ path: null, reason: options.reason }],
    warnings: [],
    failOn: options.failOn,
    coverage: { files: 0, bytes: 0, rules: 0 },
    durationMs: 0,
    usage: noUsage,
    unverifiedAgentFindings: 0,
  };
}
