import type { Finding } from '../src/contracts/finding.ts';
import type { ReviewResult } from '../src/contracts/result.ts';
import { atLeast } from '../src/contracts/severity.ts';
import { truncate, visibleText } from '../src/results/untrusted-text.ts';
import { blockingFindings, count } from '../src/results/verdict.ts';
import type { AnnotationLevel, Runner } from './runner.ts';

/** GitHub shows ten annotations of each level of a step; two are kept for the count of the rest and the verdict. */
const perLevel = 8;
/** Longest message, UTF-16 code units; GitHub cuts at about 4 KB. */
const maxMessage = 1_000;

const levels: readonly AnnotationLevel[] = ['error', 'warning', 'notice'];

/**
 * Puts the findings on their lines by workflow commands, which need no permission. Of each level the first
 * few, and how many more there are; the summary has all.
 */
export function annotate(result: ReviewResult, runner: Runner): void {
  const blocking = new Set(blockingFindings(result));
  for (const level of levels) {
    const findings = result.findings.filter(finding => levelOf(finding, blocking) === level);
    const shown = Math.min(findings.length, perLevel);
    for (const finding of findings.slice(0, shown)) annotateFinding(finding, level, runner);
    if (findings.length > shown) {
      runner.annotate(level, `${count(findings.length - shown, 'more finding')}: see the job summary.`, {
        title: 'Security review',
      });
    }
  }
}

function levelOf(finding: Finding, blocking: ReadonlySet<Finding>): AnnotationLevel {
  if (blocking.has(finding)) return 'error';
  return atLeast(finding.severity, 'medium') ? 'warning' : 'notice';
}

function annotateFinding(finding: Finding, level: AnnotationLevel, runner: Runner): void {
  const { path: file, line, endLine, column: col, endColumn } = finding;
  const onOneLine = endLine === line;
  runner.annotate(level, truncate(visibleText(`${finding.message}\n${finding.fix}`).trim(), maxMessage), {
    title: truncate(visibleText(`${finding.severity}: ${finding.rule}`), 200),
    place: { file, line, endLine, ...(onOneLine ? { col, endColumn } : {}) },
  });
}
