import type { IncidentFacts } from '../../contracts/incident.ts';
import { buildTimeline } from '../../incident/build-timeline.ts';
import { createEstate } from '../../runs/estate/estate.ts';
import { collectAws } from '../../runs/incident/collect-aws.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { type EstateOptions, readEstate } from '../estate-options.ts';
import { renderIncidentText } from '../formats/incident-text.ts';
import type { Terminal } from '../terminal.ts';

export type IncidentOptions = EstateOptions & { readonly hours?: string };

/**
 * `devops incident`: what an AWS account tells of the last hours, on one timeline. 0 no symptom, 1 one was seen, 2 none
 * was and something could not be read.
 */
export async function incident(
  description: string,
  options: IncidentOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json', 'markdown'] as const);
  const hours = hoursOf(options.hours);
  const { regions, config, ...estate } = await readEstate(options, terminal);
  const [home] = regions;
  if (home === undefined) throw new UsageError('Name a --region, or set AWS_REGION or `aws.region`.');
  terminal.progress('Looking at the account …');
  await assertSignedIn(estate, home);
  const to = new Date();
  const from = new Date(to.getTime() - hours * 3_600_000);
  const { signal } = new AbortController();
  const window = { from, to, signal, logGroups: config.logGroups };
  const seen = await Promise.all(regions.map(region => collectAws(region, { ...window, ...estate })));
  terminal.progress('');
  const facts: IncidentFacts = {
    from: from.toISOString(),
    to: to.toISOString(),
    facts: seen.flatMap(region => region.facts),
    services: seen.flatMap(({ services }) => services),
    environments: [],
    gaps: seen.flatMap(({ gaps }) => gaps),
  };
  const timeline = buildTimeline(facts.facts, description);
  if (format === 'json') terminal.write(`${JSON.stringify({ ...facts, timeline }, null, 2)}\n`);
  else if (format === 'text') terminal.write(renderIncidentText({ facts, timeline, regions }));
  else {
    const { renderIncident } = await import('../../results/incident-comment.ts');
    const nothing = { conclusion: undefined, wayOut: undefined, notes: [] };
    terminal.write(`${renderIncident({ facts, timeline, ...nothing })}\n`);
  }
  if (timeline.onset !== undefined) return exitCodes.findings;
  return facts.gaps.length > 0 ? exitCodes.incomplete : exitCodes.passed;
}

/** @throws AppError `aws-no-credentials`, `aws-expired-credentials`, instead of a gap for each thing. */
async function assertSignedIn(estate: Parameters<typeof createEstate>[0], region: string): Promise<void> {
  await createEstate(estate)(region).read(async (services, signal) => {
    const { sdk, client } = await services.sts();
    return { value: await client.send(new sdk.GetCallerIdentityCommand({}), { abortSignal: signal }) };
  });
}

function hoursOf(given: string | undefined): number {
  if (given === undefined) return 6;
  const hours = Number(given);
  if (Number.isInteger(hours) && hours >= 1 && hours <= 72) return hours;
  throw new UsageError(`--hours must be a number from 1 to 72, not "${given}".`);
}
