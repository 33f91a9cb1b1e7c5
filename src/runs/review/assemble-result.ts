import type { AnalysisResult } from '../../contracts/analysis.ts';
import type { Config } from '../../contracts/config.ts';
import type { Finding, NotAnalysed } from '../../contracts/finding.ts';
import type { Dismissal, Outcome, ReviewResult, Usage } from '../../contracts/result.ts';
import { atLeast, compareSeverity } from '../../contracts/severity.ts';

/** Everything a review came to, before policy is applied to it. */
export type ReviewMaterial = {
  readonly headSha: string;
  readonly analysis: AnalysisResult;
  /** The analysis's findings, possibly in the agent's order and with its advice, and those it added. */
  readonly findings: readonly Finding[];
  readonly review: Config['review'];
  readonly isExcluded: (path: string) => boolean;
  readonly dismissals: readonly Dismissal[];
  /** Fingerprints that the previous review of this pull request had open. */
  readonly previouslyOpen: readonly string[];
  readonly notAnalysed: readonly NotAnalysed[];
  readonly warnings: readonly string[];
  readonly usage: Usage;
  readonly unverifiedAgentFindings: number;
  readonly rules: number;
  readonly durationMs: number;
};

/** Usage of a review that asked no model. */
export const noUsage: Usage = { model: null, requests: 0, inputTokens: 0, outputTokens: 0, costUsd: null };

/** Applies policy to a review's material: severities, path filters, dismissals, thresholds, outcome. */
export function assembleResult(material: ReviewMaterial): ReviewResult {
  const { review } = material;
  const all = material.findings.map(finding => withSeverity(finding, review.rules));
  const shown: Finding[] = [];
  const dismissed: ReviewResult['dismissed'] = [];
  const ignored = material.analysis.ignored ?? [];
  let hiddenCount = ignored.length;
  for (const finding of all) {
    const dismissal = material.dismissals.find(({ fingerprint }) => fingerprint === finding.fingerprint);
    if (dismissal !== undefined) dismissed.push({ finding, dismissal });
    else if (!atLeast(finding.severity, review.reportFrom) || material.isExcluded(finding.path))
      hiddenCount++;
    else shown.push(finding);
  }
  // Stable: within a severity the agent's order, or else path and line, stays.
  shown.sort((a, b) => compareSeverity(a.severity, b.severity));
  return {
    outcome: outcomeOf(shown, material.notAnalysed, review.failOn),
    headSha: material.headSha,
    findings: shown,
    dismissed,
    fixedCount: fixedCount(material, [...all, ...ignored]),
    hiddenCount,
    notAnalysed: [...material.notAnalysed],
    warnings: [...material.warnings],
    failOn: review.failOn,
    coverage: {
      files: material.analysis.filesAnalysed,
      bytes: material.analysis.bytesAnalysed,
      rules: material.rules,
    },
    durationMs: material.durationMs,
    usage: material.usage,
    unverifiedAgentFindings: material.unverifiedAgentFindings,
  };
}

/**
 * A finding that fails the check is said first, whatever else was not looked at; a gap comes before lesser
 * findings, because an unread file may hold a worse one.
 */
export function outcomeOf(
  findings: readonly Finding[],
  notAnalysed: readonly NotAnalysed[],
  failOn: Config['review']['failOn'],
): Outcome {
  const failing = failOn !== 'never' && findings.some(finding => atLeast(finding.severity, failOn));
  if (failing) return 'findings';
  if (notAnalysed.length > 0) return 'incomplete';
  return findings.length > 0 ? 'findings' : 'passed';
}

function withSeverity(finding: Finding, rules: Config['review']['rules']): Finding {
  const setting = rules[finding.rule];
  return setting === undefined || setting === 'off' ? finding : { ...finding, severity: setting };
}

/** Nothing counts as fixed while files are unread: what was open there may still be. */
function fixedCount(material: ReviewMaterial, all: readonly Finding[]): number {
  if (material.notAnalysed.length > 0) return 0;
  const present = new Set(all.map(finding => finding.fingerprint));
  return material.previouslyOpen.filter(fingerprint => !present.has(fingerprint)).length;
}
