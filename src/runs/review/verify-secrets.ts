import { createLineIndex } from '../../analysis/line-index.ts';
import type { Analyser, AnalysisResult, FileToAnalyse } from '../../contracts/analysis.ts';
import type { Finding, NotAnalysed } from '../../contracts/finding.ts';
import type { SecretVerdict, SecretVerifier } from '../../contracts/secret-verifier.ts';
import { atLeast, type Severity, severities } from '../../contracts/severity.ts';

/** What decides about verification besides the provider. */
type Verification = {
  readonly verifier: SecretVerifier;
  /** Findings there are not reported, so nobody is asked about them. */
  readonly isExcluded: (path: string) => boolean;
  /** A refused secret is lowered, but not below this: it stays shown. */
  readonly reportFrom: Severity;
};

/**
 * An analyser that also asks providers about the secrets that were found. Findings carry none, so each is read from
 * its place in the file's text, handed to the verifier and forgotten.
 */
export function verifySecrets(analyser: Analyser, verification: Verification): Analyser {
  return {
    async analyse(files, options) {
      return await withVerdicts(await analyser.analyse(files, options), files, verification);
    },
    close: () => analyser.close(),
  };
}

async function withVerdicts(
  result: AnalysisResult,
  files: readonly FileToAnalyse[],
  verification: Verification,
): Promise<AnalysisResult> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const findings: Finding[] = [];
  const unverified: NotAnalysed[] = [];
  for (const finding of result.findings) {
    if (!verification.verifier.supports(finding.rule) || verification.isExcluded(finding.path)) {
      findings.push(finding);
      continue;
    }
    const secret = secretOf(finding, texts.get(finding.path) ?? '');
    const verdict = await verification.verifier.verify(finding.rule, secret);
    findings.push(judged(finding, verdict, verification.reportFrom));
    if (verdict.kind === 'no-answer') {
      const reason = `${finding.rule} in line ${finding.line}: not verified, ${verdict.reason}`;
      unverified.push({ path: finding.path, reason });
    }
  }
  return { ...result, findings, notAnalysed: [...result.notAnalysed, ...unverified] };
}

/** The text that a finding marks; of a provider's token that is the token. */
function secretOf(finding: Finding, text: string): string {
  const lines = createLineIndex(text);
  return text.slice(
    lines.start(finding.line) + finding.column - 1,
    lines.start(finding.endLine) + finding.endColumn - 1,
  );
}

function judged(finding: Finding, verdict: SecretVerdict, reportFrom: Severity): Finding {
  switch (verdict.kind) {
    case 'accepted':
      return { ...withWords(finding, 'verified: the provider accepts it'), severity: 'critical' };
    case 'refused': {
      const words = 'not accepted by the provider (revoked or never valid)';
      // What proves nothing lowers nothing.
      if (verdict.doubt !== undefined) return withWords(finding, `${words}; ${verdict.doubt}`);
      return { ...withWords(finding, words), severity: lowered(finding.severity, reportFrom) };
    }
    case 'no-answer':
    case 'unsupported':
      return finding;
  }
}

function withWords(finding: Finding, words: string): Finding {
  return { ...finding, message: `${finding.message.replace(/\.$/, '')}; ${words}.` };
}

function lowered(severity: Severity, reportFrom: Severity): Severity {
  const next = severities[severities.indexOf(severity) + 1] ?? severity;
  return atLeast(next, reportFrom) ? next : severity;
}
