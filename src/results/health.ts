import type { Health, HealthCheck, HealthReport, ResourceHealth } from '../contracts/health.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** Rows that are shown; what is well is folded away first. */
const maxRows = 60;

const marks: Readonly<Record<Health, string>> = {
  critical: '🔴 critical',
  warning: '🟠 warning',
  unknown: '⚪ unknown',
  healthy: '🟢 healthy',
};

/** How an account is, as Markdown: a table, worst first, and what could not be looked at. */
export function renderHealth(report: HealthReport): string {
  const { resources, gaps, regions, stopped, windowMinutes, at } = report;
  const bad = resources.filter(({ health }) => health !== 'healthy');
  const well = resources.filter(({ health }) => health === 'healthy');
  return `${[
    `### ${marks[report.health]}: ${summaryLine(report)}`,
    bad.length === 0 ? [] : table(bad, maxRows),
    well.length === 0
      ? []
      : `<details><summary>${well.length} healthy</summary>\n\n${table(well, maxRows)}\n\n</details>`,
    gaps.length === 0
      ? []
      : [
          `**Not looked at**, so nothing is known of it:`,
          gaps
            .slice(0, maxRows)
            .map(
              ({ region, what, why }) =>
                `- ${inlineText(what, 60)} in ${inlineText(region, 40)}: ${inlineText(why, 300)}`,
            )
            .join('\n'),
        ],
    `<sub>${at.slice(0, 16).replace('T', ' ')} UTC, figures of ${windowMinutes} minutes, ${regions.length === 0 ? 'no region' : regions.map(region => inlineText(region, 40)).join(', ')}${stopped === 0 ? '' : `; ${stopped} stopped instances are not judged`}. From figures and thresholds alone; \`aws.health\` sets them.</sub>`,
  ]
    .flat()
    .join('\n\n')}\n`;
}

/** For example "1 critical, 2 warning, 0 unknown, 7 healthy". */
export function summaryLine({ summary, resources, gaps }: HealthReport): string {
  if (resources.length === 0 && gaps.length === 0) {
    return 'nothing was found; check the region and the account';
  }
  const { critical, warning, unknown, healthy } = summary;
  const missing = gaps.length === 0 ? '' : `, ${gaps.length} not looked at`;
  return `${critical} critical, ${warning} warning, ${unknown} unknown, ${healthy} healthy${missing}`;
}

/** The checks that made a resource what it is; all of them when it is well. */
export function decisive({ health, checks }: ResourceHealth): readonly HealthCheck[] {
  const bad = checks.filter(check => check.health !== 'healthy');
  return health === 'healthy' ? checks : bad;
}

function table(resources: readonly ResourceHealth[], most: number): string {
  const rows = resources.slice(0, most).map(resource => {
    const why = decisive(resource)
      .map(({ check, found }) => `${check}: ${inlineText(found, 160)}`)
      .join('<br>');
    return `| ${marks[resource.health]} | ${resource.kind} | ${codeCell(resource.name)} | ${inlineText(resource.region, 40)} | ${why} |`;
  });
  const rest = resources.length - rows.length;
  return [
    '| Health | Kind | Resource | Region | Why |',
    '|---|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`| | | and ${rest} more | | |`] : []),
  ].join('\n');
}

/** A code span in a table: GitHub splits cells before it looks at code. */
function codeCell(text: string): string {
  return codeSpan(text, 120).replaceAll('|', '\\|');
}
