import type { Finding } from '../../contracts/finding.ts';
import type { ReviewResult } from '../../contracts/result.ts';
import { atLeast, severities } from '../../contracts/severity.ts';
import { escapeText } from '../escape-text.ts';
import { excerptOf } from '../excerpt.ts';
import { createPaint, type Paint } from '../paint.ts';

/** Gaps listed one by one; more are counted. */
const maxGaps = 20;

/** What a person reads: findings with excerpts, gaps, and one line that says how it ended. */
export function renderText(
  result: ReviewResult,
  options: {
    readonly colour: boolean;
    readonly sourceLine: (finding: Finding) => string | undefined;
  },
): string {
  const paint = createPaint(options.colour);
  const blocks = [
    ...result.warnings.map(warning => paint.yellow(`warning: ${escapeText(warning)}`)),
    ...result.findings.map(finding => renderFinding(finding, options.sourceLine(finding), paint)),
    ...renderGaps(result, paint),
    renderVerdict(result, paint),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderFinding(finding: Finding, source: string | undefined, paint: Paint): string {
  const place = `${escapeText(finding.path)}:${finding.line}:${finding.column}`;
  const { line, carets } = excerptOf(finding, source);
  const number = String(finding.line);
  const margin = ' '.repeat(number.length);
  return [
    `${paint.bold(place)}  ${paint.severity(finding.severity, finding.severity)}  ${escapeText(finding.rule)}`,
    `  ${escapeText(finding.message)}`,
    `  ${paint.faint(`${number} │`)} ${line}`,
    ...(carets === '' ? [] : [`  ${paint.faint(`${margin} │`)} ${paint.severity(finding.severity, carets)}`]),
    `  ${paint.faint('fix:')} ${escapeText(finding.fix)}`,
  ].join('\n');
}

function renderGaps({ notAnalysed }: ReviewResult, paint: Paint): readonly string[] {
  if (notAnalysed.length === 0) return [];
  const lines = notAnalysed
    .slice(0, maxGaps)
    .map(({ path, reason }) => `  ${path === null ? '' : `${escapeText(path)}: `}${escapeText(reason)}`);
  const more = notAnalysed.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more (--format json lists them all)`);
  return [[paint.yellow('Not analysed:'), ...lines].join('\n')];
}

function renderVerdict(result: ReviewResult, paint: Paint): string {
  const { findings, coverage, failOn, hiddenCount } = result;
  const failing =
    failOn === 'never' ? 0 : findings.filter(({ severity }) => atLeast(severity, failOn)).length;
  const counts = severities
    .map(severity => ({ severity, count: findings.filter(finding => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint.severity(severity, `${count} ${severity}`));
  const found =
    findings.length === 0 ? 'No findings' : `${plural(findings.length, 'finding')} (${counts.join(', ')})`;
  const notes = [
    `${found} in ${plural(coverage.files, 'file')}, ${coverage.rules} rules, ${(result.durationMs / 1000).toFixed(1)} s.`,
    ...(hiddenCount > 0
      ? [
          `${hiddenCount} more not shown: below the report threshold, in excluded paths or under ignore comments.`,
        ]
      : []),
    ...(result.notAnalysed.length > 0 ? [`${plural(result.notAnalysed.length, 'gap')}.`] : []),
  ].join(' ');
  const threshold = failOn === 'never' ? 'never fails' : `fails from ${failOn}`;
  const verdict =
    failing > 0
      ? paint.red(`Failed: ${plural(failing, 'finding')} at or above ${failOn}.`)
      : result.outcome === 'incomplete'
        ? paint.yellow('Incomplete: not everything could be looked at.')
        : paint.green(`Passed (${threshold}).`);
  return `${notes}\n${verdict}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
