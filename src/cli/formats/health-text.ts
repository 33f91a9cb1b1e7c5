import type { Health, HealthReport } from '../../contracts/health.ts';
import { decisive, summaryLine } from '../../results/health.ts';
import { escapeText } from '../escape-text.ts';
import { createPaint, type Paint } from '../paint.ts';

/** How an account is, for people at a terminal: worst first, the reasons beneath. */
export function renderHealthText(report: HealthReport, options: { readonly colour: boolean }): string {
  const paint = createPaint(options.colour);
  const { resources, gaps, regions, stopped, windowMinutes } = report;
  const rows = resources.flatMap(resource => {
    const { health, kind, region, name } = resource;
    const head = `${paintHealth(paint, health)}  ${kind.padEnd(15)}  ${paint.bold(escapeText(name))}  ${paint.faint(escapeText(region))}`;
    if (health === 'healthy') return [head];
    return [
      head,
      ...decisive(resource).map(
        ({ check, found, limits }) =>
          `          ${check}: ${escapeText(found)}${limits === undefined ? '' : paint.faint(` (${limits})`)}`,
      ),
    ];
  });
  return `${[
    ...rows,
    ...(rows.length === 0 ? [] : ['']),
    ...gaps.map(
      ({ region, what, why }) =>
        `${paintHealth(paint, 'unknown')}  ${escapeText(what)} in ${escapeText(region)} were not looked at: ${escapeText(why)}`,
    ),
    ...(gaps.length === 0 ? [] : ['']),
    `${paintHealth(paint, report.health)}  ${summaryLine(report)}`,
    paint.faint(
      `${regions.length === 0 ? 'no region' : regions.join(', ')}; figures of ${windowMinutes} minutes${stopped === 0 ? '' : `; ${stopped} stopped instances are not judged`}`,
    ),
  ].join('\n')}\n`;
}

function paintHealth(paint: Paint, health: Health): string {
  const word = health.padEnd(8);
  if (health === 'critical') return paint.red(word);
  if (health === 'warning') return paint.yellow(word);
  return health === 'healthy' ? paint.green(word) : paint.faint(word);
}
