import type { AuditedControl, AuditReport, RemedyPlan } from '../../contracts/audit.ts';
import { codeBlock, codeSpan, inlineText } from '../untrusted-text.ts';
import { countVerdicts, denominatorOf, scoresOf } from './audit-counts.ts';
import { type AuditDiff, type Changed, diffSentence } from './compare-audits.ts';

/** GitHub takes 65,536 characters of a comment; the rest is room for what surrounds the report. */
const maxLength = 60_000;
const maxResources = 10;

/** An audit for a comment, an issue or a job summary; untrusted parts are neutralised. */
export function renderAuditMarkdown(report: AuditReport, diff: AuditDiff | undefined): string {
  const counts = countVerdicts(report.controls);
  const head = [
    `### AWS audit: ${counts.FAIL} of ${report.controls.length} controls fail`,
    `${report.benchmark} · account ${codeSpan(report.account ?? 'unknown')} · ${report.at}`,
    `Looked at ${denominatorOf(report)} ${counts.ERROR} could not be decided, ${counts.MANUAL} are for people, ${counts.PASS} pass, ${counts.NOT_APPLICABLE} have nothing to look at.`,
    ...(diff === undefined ? [] : diffLines(diff)),
    scoreTable(report),
  ];
  const failing = report.controls.filter(({ verdict }) => verdict === 'FAIL');
  const undecided = report.controls.filter(({ verdict }) => verdict === 'ERROR');
  const manual = report.controls.filter(({ verdict }) => verdict === 'MANUAL');
  const blocks = [
    ...failing.map(control => controlBlock(control, report.remediation)),
    ...(undecided.length === 0
      ? []
      : [`**Could not be decided** (no pass):\n${undecided.map(line).join('\n')}`]),
    ...(manual.length === 0 ? [] : [`**For people to look at:**\n${manual.map(line).join('\n')}`]),
  ];
  return fit(head.join('\n\n'), blocks);
}

function scoreTable(report: AuditReport): string {
  const rows = scoresOf(report).map(
    ({ section, percent, counts }) =>
      `| ${section} | ${percent === null ? '–' : `${percent} %`} | ${counts.PASS} | ${counts.FAIL} | ${counts.ERROR} | ${counts.MANUAL} | ${counts.NOT_APPLICABLE} |`,
  );
  return [
    '| Section | Score | Pass | Fail | Error | Manual | None |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function diffLines(diff: AuditDiff): readonly string[] {
  const list = (title: string, changes: readonly Changed[]): readonly string[] =>
    changes.length === 0
      ? []
      : [
          `${title}: ${changes
            .slice(0, maxResources)
            .map(change => `${change.control} ${codeSpan(change.resource)}`)
            .join(', ')}${changes.length > maxResources ? ', …' : ''}`,
        ];
  return [diffSentence(diff), ...list('New', diff.newFailures), ...list('Fixed', diff.fixed)];
}

function controlBlock(control: AuditedControl, plans: readonly RemedyPlan[]): string {
  const { id, v7, title, severity, why, outcomes } = control;
  const told = outcomes.filter(({ verdict }) => verdict === 'FAIL' || verdict === 'ERROR');
  const lines = told
    .slice(0, maxResources)
    .map(
      ({ verdict, resource, region, reason }) =>
        `- ${verdict} ${codeSpan(region === null ? resource : `${resource} (${region})`)}: ${inlineText(reason)}`,
    );
  const plan = plans.find(other => other.control === id);
  return [
    `<details><summary><b>${id}</b> (v7.0.0: ${v7 ?? 'none'}) ${title} · ${severity} · ${told.length}</summary>`,
    why,
    [...lines, ...(told.length > maxResources ? [`- … ${told.length - maxResources} more`] : [])].join('\n'),
    ...(plan === undefined ? [] : planLines(plan)),
    '</details>',
  ].join('\n\n');
}

function planLines(plan: RemedyPlan): readonly string[] {
  const { change, commands, terraform, risk, undo, resource } = plan;
  const fix = fixWords(plan);
  return [
    `**How to put ${codeSpan(resource)} right:** ${inlineText(change)} **Risk:** ${inlineText(risk)} **Undo:** ${codeSpan(undo)}`,
    ...(fix === undefined
      ? []
      : [`**By approval:** ${codeSpan(`/devops audit aws fix ${fix}`)} plans it with a tool.`]),
    ...(commands.length === 0 ? [] : [codeBlock(commands.join('\n'), 'sh')]),
    ...(terraform === '' ? [] : [codeBlock(terraform, 'hcl')]),
  ];
}

/** What one types after `fix`; undefined where no tool does it, or the resource is not one word. */
function fixWords({ control, resource, tool }: RemedyPlan): string | undefined {
  if (tool === null || !/^[\w.:/@+,-]+$/.test(resource)) return undefined;
  return [control, resource, ...tool.asks.map(name => `${name}=<value>`)].join(' ');
}

function line({ id, title, outcomes, verdict }: AuditedControl): string {
  const reason = outcomes.find(outcome => outcome.verdict === verdict)?.reason ?? '';
  return `- ${id} ${title}: ${inlineText(reason, 300)}`;
}

/** As many blocks as fit; how many are left out is told. */
function fit(head: string, blocks: readonly string[]): string {
  let text = head;
  for (const [index, block] of blocks.entries()) {
    if (text.length + block.length > maxLength)
      return `${text}\n\n${blocks.length - index} more are in the JSON and HTML reports.\n`;
    text += `\n\n${block}`;
  }
  return `${text}\n`;
}
