import { createOsvClient } from '../clients/osv.ts';
import { createSecretVerifier } from '../clients/secret-verifier.ts';
import { readEnvironment } from '../config/environment.ts';
import { createPathFilter } from '../config/index.ts';
import type { Analyser, FileToAnalyse } from '../contracts/analysis.ts';
import type { Finding, NotAnalysed } from '../contracts/finding.ts';
import type { OutsideResult } from '../contracts/outside.ts';
import { isDependencyFile } from '../detectors/dependencies/dependencies-of.ts';
import { deduplicateFindings } from '../results/deduplicate-findings.ts';
import { assembleResult, noUsage } from '../runs/review/assemble-result.ts';
import { askOutside, createOutsideChecks } from '../runs/review/outside/index.ts';
import { verifySecrets } from '../runs/review/verify-secrets.ts';
import { analyseFiles } from './analyse-files.ts';
import { type LocalPolicy, ruleIds } from './local-policy.ts';
import { reportResult } from './report-result.ts';
import type { Reporting } from './result-options.ts';
import type { Terminal } from './terminal.ts';

/** Longest wait for services, milliseconds. */
const outsideTimeoutMs = 120_000;

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
  const { own } = options.policy;
  const allRules = [...ruleIds, ...own.map(({ id }) => id)];
  const disabledRules = allRules.filter(id => review.rules[id] === 'off');
  const listings: FileToAnalyse[] = [];
  const files = options.reporting.online ? keepListings(options.files, listings) : options.files;
  const isExcluded = createPathFilter(review.exclude);
  const around = (analyser: Analyser): Analyser =>
    options.reporting.verifySecrets
      ? verifySecrets(analyser, {
          verifier: createSecretVerifier(),
          isExcluded,
          reportFrom: review.reportFrom,
        })
      : analyser;
  const analysis = await analyseFiles({ ...options, files, disabledRules, userRules: own, around });
  const outside = await askAbout(listings, { ...options, disabledRules });
  const result = assembleResult({
    headSha: options.headSha,
    analysis: { ...analysis, ignored: [...(analysis.ignored ?? []), ...outside.ignored] },
    findings: deduplicateFindings(
      [...(options.further ?? []), ...analysis.findings, ...outside.findings],
      ingested.flatMap(log => log.findings),
    ),
    review,
    isExcluded,
    dismissals: [],
    previouslyOpen: [],
    notAnalysed: [
      ...options.gaps(),
      ...analysis.notAnalysed,
      ...outside.notAnalysed,
      ...ingested.flatMap(log => log.notAnalysed),
    ],
    warnings: options.policy.warnings,
    usage: noUsage,
    unverifiedAgentFindings: 0,
    rules: allRules.length - disabledRules.length,
    durationMs: Math.round(performance.now() - startedAt),
  });
  return await reportResult({
    ...options.reporting,
    result,
    terminal: options.terminal,
    sourceLine: analysis.sourceLine,
  });
}

/** Passes files on and remembers the lock files and manifests among them. */
function* keepListings(files: Iterable<FileToAnalyse>, kept: FileToAnalyse[]): Iterable<FileToAnalyse> {
  for (const file of files) {
    if (isDependencyFile(file.path)) kept.push(file);
    yield file;
  }
}

/** Asks OSV about the packages of the listings; nobody where there are none. */
async function askAbout(
  files: readonly FileToAnalyse[],
  options: {
    readonly headSha: string;
    readonly policy: LocalPolicy;
    readonly disabledRules: readonly string[];
    readonly terminal: Terminal;
  },
): Promise<OutsideResult> {
  const baseUrl = readEnvironment({ OSV_API_URL: options.terminal.environment['OSV_API_URL'] }).osvUrl;
  const checks = createOutsideChecks({ github: undefined, queryOsv: createOsvClient({ baseUrl }) });
  return await askOutside(files.length === 0 ? [] : checks, {
    files,
    baseSha: undefined,
    headSha: options.headSha,
    config: options.policy.config,
    disabledRules: options.disabledRules,
    signal: AbortSignal.timeout(outsideTimeoutMs),
  });
}
