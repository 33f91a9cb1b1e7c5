import type { SavingsReport } from '../../contracts/savings.ts';
import { savingsLine, shownUsd } from '../../results/savings.ts';
import { escapeText } from '../escape-text.ts';
import { createPaint } from '../paint.ts';

/** What could be saved, for people at a terminal: the largest first. */
export function renderSavingsText(report: SavingsReport, options: { readonly colour: boolean }): string {
  const paint = createPaint(options.colour);
  const { savings, gaps, regions, days, prices } = report;
  return `${[
    ...savings.flatMap(({ monthlyUsd, rule, resource, region, found, basis, next }) => [
      `${paint.yellow(shownUsd(monthlyUsd).padStart(9))}  ${rule}  ${paint.bold(escapeText(resource))}  ${paint.faint(escapeText(region))}`,
      `           ${escapeText(found)} ${next} ${paint.faint(`(${escapeText(basis)})`)}`,
    ]),
    ...(savings.length === 0 ? [] : ['']),
    ...gaps.map(
      ({ region, what, why }) =>
        `  unknown  ${escapeText(what)} in ${escapeText(region)} was not looked at: ${escapeText(why)}`,
    ),
    ...(gaps.length === 0 ? [] : ['']),
    savingsLine(report),
    paint.faint(
      `${regions.length === 0 ? 'no region' : regions.join(', ')}; use over ${days} days. ${prices}`,
    ),
  ].join('\n')}\n`;
}
