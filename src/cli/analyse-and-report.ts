import { createPathFilter } from '../config/index.ts';
import type { FileToAnalyse } from '../contracts/analysis.ts';
import type { Finding, NotAnalysed } from '../contracts/finding.ts';
import { deduplicateFindings } from '../results/deduplicate-findings.ts';
import { assembleResult, noUsage } from '../runs/review/assemble-result.ts';
import { analyseFiles } from './analyse-files.ts';
import { type LocalPolicy, ruleIds } from './local-policy.ts';
import { reportResult } from './report-result.ts';
import type { Reporting } from './result-options.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs the detectors over the files, applies the policy, prints the result, and returns the exit code. The same
 * policy code as the App's and the Action's, so that a finding here is a finding there.
 */
export async function analyseAndReport(options: {
  readonly files: Iterable<FileToAnalyse>;
  readonly expected: number;
  /** What could not be read; asked for once every file was. */
  readonly gaps: () => readonly NotAnalysed[];
  /** Empty for a work tree. */
  readonly headSha: string;
  /** Comments that ask to ignore a finding: a change's own are not honoured, a tree's are. */
  readonly ignoreComments: 'unchanged' | 'all';
  /** Findings that do not come from the detectors: errors of the configuration. */
  readonly further?: readonly Finding[];
  readonly policy: LocalPolicy;
  readonly reporting: Reporting;
  readonly terminal: Terminal;
}): Promise<number> {
  const startedAt = performance.now();
  const { ingested } = options.reporting;
  const { review } = options.policy.config;
  const disabledRules = ruleIds.filter(id => review.rules[id] === 'off');
  const analysis = await analyseFiles({ ...options, disabledRules });
  const result = assembleResult({
    headSha: options.headSha,
    analysis,
    findings: deduplicateFindings(
      [...(options.further ?? []), ...analysis.findings],
      ingested.flatMap(log => log.findings),
    ),
    review,
    isExcluded: createPathFilter(review.exclude),
    dismissals: [],
    previouslyOpen: [],
    notAnalysed: [...options.gaps(), ...analysis.notAnalysed, ...ingested.flatMap(log => log.notAnalysed)],
    warnings: options.policy.warnings,
    usage: noUsage,
    unverifiedAgentFindings: 0,
    rules: ruleIds.length - disabledRules.length,
    durationMs: Math.round(performance.now() - startedAt),
  });
  return await reportResult({
    ...options.reporting,
    result,
    terminal: options.terminal,
    sourceLine: analysis.sourceLine,
  });
}
