import type { SavingsReport } from '../../contracts/savings.ts';
import { defaultDays, findSavings } from '../../runs/savings/find-savings.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { type EstateOptions, readEstate } from '../estate-options.ts';
import { renderSavingsText } from '../formats/savings-text.ts';
import type { Terminal } from '../terminal.ts';

export type CostOptions = EstateOptions & { readonly days?: string };

/** `devops cost`: what costs money without need. 0 nothing found, 1 something is, 2 nothing is and something is not known. */
export async function cost(options: CostOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json', 'markdown'] as const);
  const days = daysOf(options.days);
  const estate = await readEstate(options, terminal);
  terminal.progress('Looking at the account …');
  const report = await findSavings({ ...estate, days, now: new Date() });
  terminal.progress('');
  if (format === 'json') terminal.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === 'text') terminal.write(renderSavingsText(report, terminal));
  else {
    const { renderSavings } = await import('../../results/savings.ts');
    terminal.write(renderSavings(report));
  }
  return exitCodeOf(report);
}

function daysOf(given: string | undefined): number {
  if (given === undefined) return defaultDays;
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 60) {
    throw new UsageError(`--days must be a number from 1 to 60, not "${given}".`);
  }
  return days;
}

function exitCodeOf({ savings, gaps }: SavingsReport): number {
  if (savings.length > 0) return exitCodes.findings;
  return gaps.length > 0 ? exitCodes.incomplete : exitCodes.passed;
}
