import type { HealthReport } from '../../contracts/health.ts';
import { checkHealth } from '../../runs/health/check-health.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes } from '../cli-error.ts';
import { type EstateOptions, readEstate } from '../estate-options.ts';
import { renderHealthText } from '../formats/health-text.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `devops health`: how an AWS account is, from figures and thresholds. 0 healthy, 1 something is in warning or
 * critical, 2 nothing is and something is not known.
 */
export async function health(options: EstateOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json', 'markdown'] as const);
  const { config, ...estate } = await readEstate(options, terminal);
  terminal.progress('Looking at the account …');
  const report = await checkHealth({ ...estate, settings: config.health, now: new Date() });
  terminal.progress('');
  if (format === 'json') terminal.write(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === 'text') terminal.write(renderHealthText(report, terminal));
  else {
    const { renderHealth } = await import('../../results/health.ts');
    terminal.write(renderHealth(report));
  }
  return exitCodeOf(report);
}

function exitCodeOf({ summary, health: overall }: HealthReport): number {
  if (summary.critical > 0 || summary.warning > 0) return exitCodes.findings;
  return overall === 'healthy' ? exitCodes.passed : exitCodes.incomplete;
}
