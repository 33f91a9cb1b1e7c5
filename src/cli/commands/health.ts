import type { Advised, HealthAdvice } from '../../contracts/account-advice.ts';
import type { HealthReport } from '../../contracts/health.ts';
import { checkHealth } from '../../runs/health/check-health.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes } from '../cli-error.ts';
import { type EstateOptions, readEstate } from '../estate-options.ts';
import { healthAdviceText } from '../formats/advice-text.ts';
import { renderHealthText } from '../formats/health-text.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander hands them over. */
export type HealthOptions = EstateOptions & { readonly explain?: boolean };

/**
 * `devops health`: how an AWS account is, from figures and thresholds. 0 healthy, 1 something is in warning or
 * critical, 2 nothing is and something is not known.
 */
export async function health(options: HealthOptions, terminal: Terminal): Promise<number> {
  const format = chooseFormat(options, ['text', 'json', 'markdown'] as const);
  const { config, ...estate } = await readEstate(options, terminal);
  terminal.progress('Looking at the account …');
  const report = await checkHealth({ ...estate, settings: config.health, now: new Date() });
  terminal.progress('');
  const advised = options.explain === true ? await explain(report, terminal) : undefined;
  if (format === 'json')
    terminal.write(`${JSON.stringify(advised === undefined ? report : { ...report, advised }, null, 2)}\n`);
  else if (format === 'text') {
    terminal.write(renderHealthText(report, terminal));
    if (advised !== undefined) terminal.write(healthAdviceText(advised));
  } else {
    const { renderHealth } = await import('../../results/health.ts');
    const { renderHealthAdvice } = await import('../../results/account-advice.ts');
    terminal.write(`${renderHealth(report)}${advised === undefined ? '' : renderHealthAdvice(advised)}`);
  }
  return exitCodeOf(report);
}

async function explain(report: HealthReport, terminal: Terminal): Promise<Advised<HealthAdvice>> {
  const { healthExplainer } = await import('../../agents/estate/agents.ts');
  const { explainHealth } = await import('../../runs/health/explain-health.ts');
  const { askOwnAgents } = await import('../ask-own-agents.ts');
  return await askOwnAgents(terminal, [healthExplainer], ask => explainHealth(report, ask));
}

function exitCodeOf({ summary, health: overall }: HealthReport): number {
  if (summary.critical > 0 || summary.warning > 0) return exitCodes.findings;
  return overall === 'healthy' ? exitCodes.passed : exitCodes.incomplete;
}
