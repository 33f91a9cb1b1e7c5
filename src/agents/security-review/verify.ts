import { createFingerprints } from '../../analysis/fingerprint.ts';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { Severity } from '../../contracts/severity.ts';
import type { SecurityReviewOutput } from './output.ts';
import { isChanged } from './prompt.ts';

/** Shortest quote that proves anything, characters without white space. */
const minQuote = 8;
/** Most findings taken from one answer: a model that reports more is of no help to anybody. */
const maxAdded = 20;
/** Longest text taken from the model for one field, characters. */
const maxText = 600;

/** The agent's advice put on the findings it is about, in its order; nothing is left out or made less severe. */
export function applyAdvice(
  findings: readonly Finding[],
  findingById: ReadonlyMap<string, Finding>,
  output: SecurityReviewOutput,
): readonly Finding[] {
  const order = new Map<Finding, number>();
  for (const [index, id] of output.ranking.entries()) {
    const finding = findingById.get(id);
    if (finding !== undefined && !order.has(finding)) order.set(finding, index);
  }
  const assessments = new Map(
    output.assessments.map(assessment => [findingById.get(assessment.finding), assessment]),
  );
  const place = (finding: Finding): number => order.get(finding) ?? Number.MAX_SAFE_INTEGER;
  return [...findings]
    .sort((a, b) => place(a) - place(b) || 0)
    .map(finding => {
      const assessment = assessments.get(finding);
      if (assessment === undefined) return finding;
      const suggestion = suggestionFor(finding, assessment.suggestion);
      return {
        ...finding,
        advice: {
          explanation: assessment.explanation.slice(0, maxText),
          likelyFalsePositive: assessment.likelyFalsePositive,
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      };
    });
}

/** A suggestion replaces a few lines; none is shown for a secret, whose line would come back in it. */
function suggestionFor(finding: Finding, suggestion: string | null): string | undefined {
  const lines = finding.endLine - finding.line + 1;
  if (suggestion === null || suggestion.length > 2000 || lines > 20 || finding.cwe.includes('CWE-798'))
    return undefined;
  return suggestion.replace(/\r\n/g, '\n').replace(/\n$/, '');
}

/**
 * The agent's own findings, each checked against the change: the path must be in it, the line changed, and
 * the quote must stand on that line. Severity is at most medium, because a model's word alone should not fail
 * a check whose threshold is high.
 */
export function verifyAdditional(
  additional: SecurityReviewOutput['additional'],
  files: readonly FileToAnalyse[],
): { readonly added: readonly Finding[]; readonly unverified: number } {
  const added: Finding[] = [];
  const fingerprints = new Map<string, ReturnType<typeof createFingerprints>>();
  for (const proposal of additional) {
    if (added.length === maxAdded) break;
    const file = files.find(({ path }) => path === proposal.path);
    const text = file?.text.split(/\r?\n/)[proposal.line - 1];
    const quote = proposal.quote.trim();
    const column = text?.indexOf(quote) ?? -1;
    if (file === undefined || text === undefined || column === -1) continue;
    if (quote.replace(/\s/g, '').length < minQuote || !isChanged(file, proposal.line)) continue;
    const fingerprintOf = fingerprints.get(file.path) ?? createFingerprints();
    fingerprints.set(file.path, fingerprintOf);
    added.push({
      rule: 'model-review',
      path: file.path,
      line: proposal.line,
      column: column + 1,
      endLine: proposal.line,
      endColumn: column + quote.length + 1,
      severity: capped(proposal.severity),
      confidence: 'low',
      cwe: /^CWE-\d{1,5}$/.test(proposal.cwe ?? '') ? [proposal.cwe ?? ''] : [],
      message: proposal.message.slice(0, maxText),
      fix: proposal.fix.slice(0, maxText),
      evidence: text.slice(0, 200),
      fingerprint: fingerprintOf({ rule: 'model-review', path: file.path, evidence: text }),
      source: 'agent',
      tool: 'devops',
    });
  }
  return { added, unverified: additional.length - added.length };
}

function capped(severity: Severity): Severity {
  return severity === 'critical' || severity === 'high' ? 'medium' : severity;
}
