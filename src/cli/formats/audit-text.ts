import type { AuditReport, Verdict } from '../../contracts/audit.ts';
import { countVerdicts, denominatorOf, scoresOf } from '../../results/audit/audit-counts.ts';
import { type AuditDiff, diffSentence } from '../../results/audit/compare-audits.ts';
import { escapeText } from '../escape-text.ts';

/** Resources shown a control; JSON has them all. */
const maxShown = 10;

/** An audit for a terminal: every control with its verdict, and the resources that do not pass. */
export function renderAuditText(report: AuditReport, diff: AuditDiff | undefined): string {
  const counts = countVerdicts(report.controls);
  const lines = [
    `${report.benchmark}, account ${report.account ?? 'unknown'}, ${report.at}`,
    `Looked at: ${denominatorOf(report)} ${report.calls} calls in ${(report.durationMs / 1_000).toFixed(1)} s.`,
    '',
    ...report.controls.flatMap(control => [
      `${word(control.verdict)} ${control.id.padEnd(6)} ${control.title} (v7.0.0: ${control.v7 ?? 'none'}; ${control.severity})`,
      ...detail(control),
    ]),
    '',
    `${counts.FAIL} fail, ${counts.ERROR} could not be decided, ${counts.MANUAL} are for people, ${counts.PASS} pass, ${counts.NOT_APPLICABLE} have nothing to look at.`,
  ];
  if (diff !== undefined) lines.push(...diffLines(diff));
  lines.push(
    ...scoresOf(report).map(
      ({ section, percent, counts: of }) =>
        `  ${section.padEnd(10)} ${percent === null ? 'nothing decided' : `${percent} % (${of.PASS} of ${of.PASS + of.FAIL + of.ERROR})`}`,
    ),
  );
  if (report.failures.length > 0) {
    lines.push('', `Reads that failed (${report.failures.length}):`);
    for (const { message, resource } of report.failures.slice(0, maxShown))
      lines.push(`  ${escapeText(resource === null ? message : `${resource}: ${message}`)}`);
    if (report.failures.length > maxShown) lines.push(`  … ${report.failures.length - maxShown} more`);
  }
  return `${lines.join('\n')}\n`;
}

function diffLines(diff: AuditDiff): readonly string[] {
  const list = (what: string, changes: AuditDiff['fixed']): readonly string[] =>
    changes.slice(0, maxShown).map(({ control, resource }) => `  ${what} ${control} ${escapeText(resource)}`);
  return [diffSentence(diff), ...list('new  ', diff.newFailures), ...list('fixed', diff.fixed)];
}

function detail({ outcomes, verdict }: AuditReport['controls'][number]): readonly string[] {
  const told = outcomes.filter(
    outcome => verdict !== 'PASS' && !['PASS', 'NOT_APPLICABLE'].includes(outcome.verdict),
  );
  const lines = told
    .slice(0, maxShown)
    .map(
      ({ verdict: own, resource, region, reason }) =>
        `       ${word(own)} ${escapeText(region === null ? resource : `${resource} (${region})`)}: ${escapeText(reason)}`,
    );
  return told.length > maxShown ? [...lines, `       … ${told.length - maxShown} more`] : lines;
}

const words: Readonly<Record<Verdict, string>> = {
  PASS: 'PASS  ',
  FAIL: 'FAIL  ',
  ERROR: 'ERROR ',
  MANUAL: 'MANUAL',
  NOT_APPLICABLE: 'N/A   ',
};

function word(verdict: Verdict): string {
  return words[verdict];
}
