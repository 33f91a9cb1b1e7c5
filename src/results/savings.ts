import type { SavingsReport } from '../contracts/savings.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** Rows that are shown. */
const maxRows = 60;

/** What could be saved, as Markdown: a table, the largest first, and what could not be looked at. */
export function renderSavings(report: SavingsReport): string {
  const { savings, gaps, regions, days, at, prices } = report;
  const rest = savings.length - maxRows;
  return `${[
    `### ${savingsLine(report)}`,
    savings.length === 0
      ? []
      : [
          '| A month | Rule | Resource | Region | Found | Basis | Next |',
          '|---:|---|---|---|---|---|---|',
          ...savings
            .slice(0, maxRows)
            .map(
              ({ monthlyUsd, rule, resource, region, found, basis, next }) =>
                `| ${shownUsd(monthlyUsd)} | ${rule} | ${codeSpan(resource, 120).replaceAll('|', '\\|')} | ${inlineText(region, 40)} | ${inlineText(found, 200)} | ${inlineText(basis, 200)} | ${inlineText(next, 200)} |`,
            ),
          ...(rest > 0 ? [`| | | and ${rest} more | | | | |`] : []),
        ].join('\n'),
    gaps.length === 0
      ? []
      : [
          '**Not looked at**, so nothing is said of it:',
          gaps
            .slice(0, maxRows)
            .map(
              ({ region, what, why }) =>
                `- ${inlineText(what, 100)} in ${inlineText(region, 40)}: ${inlineText(why, 300)}`,
            )
            .join('\n'),
        ],
    `<sub>${at.slice(0, 16).replace('T', ' ')} UTC, use over ${days} days, ${regions.length === 0 ? 'no region' : regions.map(region => inlineText(region, 40)).join(', ')}. ${prices}</sub>`,
  ]
    .flat()
    .join('\n\n')}\n`;
}

/** For example "About $41.30 a month could be saved: 5 findings, 1 of them without an estimate". */
export function savingsLine({ savings, monthlyUsd, withoutEstimate, gaps }: SavingsReport): string {
  const missing = gaps.length === 0 ? '' : `; ${gaps.length} not looked at`;
  if (savings.length === 0) return `Nothing to save was found${missing}`;
  const findings = `${savings.length} ${savings.length === 1 ? 'finding' : 'findings'}`;
  const without = withoutEstimate === 0 ? '' : `, ${withoutEstimate} of them without an estimate`;
  return `About $${monthlyUsd.toFixed(2)} a month could be saved: ${findings}${without}${missing}`;
}

/** `$3.65`, or `unknown`. */
export function shownUsd(amount: number | null): string {
  return amount === null ? 'unknown' : `$${amount.toFixed(2)}`;
}
