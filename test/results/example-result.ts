import type { Finding } from '../../src/contracts/finding.ts';
import type { ReviewResult } from '../../src/contracts/result.ts';
import type { RepositoryLinks } from '../../src/results/permalink.ts';

export const links: RepositoryLinks = { serverUrl: 'https://github.com', owner: 'acme', name: 'shop' };

/** A finding with plausible defaults. */
export function exampleFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'command-injection',
    path: 'src/build.ts',
    line: 12,
    column: 3,
    endLine: 12,
    endColumn: 27,
    severity: 'high',
    confidence: 'high',
    cwe: ['CWE-78'],
    message: 'A request parameter reaches `exec` unescaped',
    fix: 'Call `execFile` with an argument list.',
    evidence: '  exec(`git log ${request.query.ref}`);',
    fingerprint: '00112233445566aa',
    source: 'detector',
    tool: 'devops',
    ...overrides,
  };
}

/** A result with plausible defaults; the outcome follows from the findings unless given. */
export function exampleResult(overrides: Partial<ReviewResult> = {}): ReviewResult {
  const findings = overrides.findings ?? [];
  return {
    outcome: findings.length > 0 ? 'findings' : 'passed',
    headSha: '1f0c3a9d5b7e2468ace013579bdf02468ace1357',
    findings,
    dismissed: [],
    fixedCount: 0,
    hiddenCount: 0,
    notAnalysed: [],
    warnings: [],
    failOn: 'high',
    coverage: { files: 12, bytes: 48_213, rules: 61 },
    durationMs: 812,
    usage: { model: null, requests: 0, inputTokens: 0, outputTokens: 0, costUsd: null },
    unverifiedAgentFindings: 0,
    ...overrides,
  };
}

/** `number` findings with distinct fingerprints, most severe first. */
export function manyFindings(number: number, overrides: Partial<Finding> = {}): Finding[] {
  const severities = ['critical', 'high', 'medium', 'low'] as const;
  return Array.from({ length: number }, (_, index) =>
    exampleFinding({
      severity: severities[Math.floor((index * severities.length) / number)] ?? 'low',
      line: index + 1,
      endLine: index + 1,
      fingerprint: (index + 1).toString(16).padStart(8, '0').padEnd(16, '7'),
      ...overrides,
    }),
  );
}
