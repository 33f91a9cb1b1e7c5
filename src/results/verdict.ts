import type { Finding } from '../contracts/finding.ts';
import type { ReviewResult } from '../contracts/result.ts';
import { atLeast, severities } from '../contracts/severity.ts';

/** What a result means for the pull request; every renderer starts from it. */
export type Verdict = {
  /** `clean` is the only one that may look green. */
  readonly kind: 'clean' | 'blocking' | 'advice' | 'incomplete' | 'refused' | 'failed' | 'cancelled';
  /** One sentence without Markdown and without untrusted text. */
  readonly headline: string;
};

const icons: Readonly<Record<Verdict['kind'], string>> = {
  clean: '✅',
  blocking: '❌',
  advice: '💬',
  incomplete: '⚠️',
  refused: '🚫',
  failed: '⚠️',
  cancelled: '⏹️',
};

/** Decides once how a result reads, so that comment, check, summary and conclusion cannot disagree. */
export function verdictOf(result: ReviewResult): Verdict {
  const blocking = blockingFindings(result).length;
  const total = result.findings.length;
  if (result.outcome === 'refused') return { kind: 'refused', headline: 'Review refused' };
  if (result.outcome === 'failed') {
    return { kind: 'failed', headline: 'Review failed: nothing below is a statement about the code' };
  }
  if (result.outcome === 'cancelled') return { kind: 'cancelled', headline: 'Review cancelled' };
  const gaps = isIncomplete(result) ? '; the review is incomplete' : '';
  if (blocking > 0) {
    return { kind: 'blocking', headline: `${count(blocking, 'finding')} to fix before merging${gaps}` };
  }
  if (gaps !== '') {
    const reported =
      total === 0 ? 'nothing found in what was looked at' : `${count(total, 'finding')} so far`;
    return { kind: 'incomplete', headline: `Review incomplete: ${reported}` };
  }
  if (total > 0) {
    return {
      kind: 'advice',
      headline: `${count(total, 'finding')}, ${total === 1 ? 'not blocking' : 'none blocking'}`,
    };
  }
  const dismissed = result.dismissed.length;
  return {
    kind: 'clean',
    headline: dismissed > 0 ? `No open security findings, ${dismissed} dismissed` : 'No security findings',
  };
}

/** The mark in front of the headline. */
export function verdictIcon(verdict: Verdict): string {
  return icons[verdict.kind];
}

/** Findings at or above the fail-on threshold. */
export function blockingFindings(result: ReviewResult): readonly Finding[] {
  const { failOn } = result;
  return failOn === 'never' ? [] : result.findings.filter(finding => atLeast(finding.severity, failOn));
}

/** True when something was not looked at, whatever the outcome claims: a gap must never turn green. */
export function isIncomplete(result: ReviewResult): boolean {
  return result.outcome === 'incomplete' || result.notAnalysed.length > 0;
}

/** `1 critical · 2 high`, most severe first; empty for no findings. */
export function countBySeverity(findings: readonly Finding[]): string {
  return severities
    .map(severity => ({ severity, number: findings.filter(finding => finding.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${severity}`)
    .join(' · ');
}

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
