import { z } from 'zod';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { type CostChange, changesBetween } from './changes-between.ts';
import { cents, readCosts, sumsOf, wrongDays } from './costs.ts';
import { type Days, daysBefore, daysOf, from, lengthOf, to } from './days.ts';

/** Services that are taken apart; each takes two questions a dimension. */
const maxServices = 3;
const dimensions = ['USAGE_TYPE', 'REGION', 'LINKED_ACCOUNT'] as const;

export const explainRise = readTool({
  name: 'cost_explain_rise',
  description:
    'Explains why costs rose: compares days with as many days before them, names the services that contribute most and, for each, the usage types, regions and accounts, with amount and share. No model takes part.',
  permissions: { iam: ['ce:GetCostAndUsage'] },
  parameters: z.object({ region, from, to }),
  example: { region: 'us-east-1', from: '2026-11-08', to: '2026-11-15' },
  async handle(input, { signal }, aws) {
    const days = daysOf({ from: input.from ?? weekBefore(input.to, aws.now()), to: input.to }, aws.now());
    if (days === undefined) return wrongDays('cost_explain_rise');
    const windows = { now: days, before: daysBefore(days) };
    const read = (dimension: string, service?: string) =>
      compare(aws, windows, { dimension, service }, signal);
    const services = await read('SERVICE');
    const before = cents(services.reduce((sum, change) => sum + change.before, 0));
    const after = cents(services.reduce((sum, change) => sum + change.now, 0));
    const rising = services.filter(({ change }) => change > 0).slice(0, maxServices);
    const contributions = [];
    for (const service of rising) {
      const [usageTypes = [], regions = [], accounts = []] = await Promise.all(
        dimensions.map(dimension => read(dimension, service.name)),
      );
      contributions.push({
        ...service,
        usageTypes: top(usageTypes),
        regions: top(regions),
        accounts: top(accounts),
      });
    }
    const value = {
      window: { from: days.Start, to: days.End, days: lengthOf(days) },
      comparedWith: { from: windows.before.Start, to: windows.before.End },
      before,
      now: after,
      change: cents(after - before),
      changePercent: before === 0 ? null : Math.round(((after - before) / before) * 1000) / 10,
      explanation: sentencesOf({ before, after, contributions }),
      services: top(services),
      contributions,
    };
    return { kind: 'ok', value };
  },
});

type Windows = { readonly now: Days; readonly before: Days };

async function compare(
  aws: AwsClients,
  windows: Windows,
  { dimension, service }: { readonly dimension: string; readonly service?: string | undefined },
  signal: AbortSignal,
): Promise<readonly CostChange[]> {
  const groupBy = [{ Type: 'DIMENSION' as const, Key: dimension }];
  const filter =
    service === undefined ? undefined : { Dimensions: { Key: 'SERVICE' as const, Values: [service] } };
  const sums = async (days: Days) =>
    sumsOf((await readCosts(aws, { days, granularity: 'DAILY', groupBy, filter }, signal)).rows);
  const [before, now] = await Promise.all([sums(windows.before), sums(windows.now)]);
  return changesBetween(before, now);
}

/** The ten that changed most. */
function top(changes: readonly CostChange[]): readonly CostChange[] {
  return changes.filter(({ change }) => change !== 0).slice(0, 10);
}

function sentencesOf({
  before,
  after,
  contributions,
}: {
  readonly before: number;
  readonly after: number;
  readonly contributions: readonly (CostChange & { readonly usageTypes: readonly CostChange[] })[];
}): string {
  if (after <= before) return `Costs did not rise: ${money(before)} before, ${money(after)} now.`;
  const parts = contributions.map(({ name, change, sharePercent, usageTypes: [first] }) => {
    const most =
      first === undefined || first.change <= 0 ? '' : `, most of it ${first.name} (+${money(first.change)})`;
    return `${name} +${money(change)} (${sharePercent ?? 0} % of the rise)${most}`;
  });
  return `Costs rose from ${money(before)} to ${money(after)}: ${parts.join('; ')}.`;
}

function money(amount: number): string {
  return amount.toFixed(2);
}

function weekBefore(end: string | null | undefined, now: Date): string {
  const last = end === null || end === undefined ? now.getTime() : Date.parse(end);
  return new Date(last - 7 * 86_400_000).toISOString().slice(0, 10);
}
