import type { Expression, GroupDefinition } from '../../../clients/aws/sdk/cost-explorer.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import type { Days } from './days.ts';

/** Pages that are read; each costs a cent. */
const maxPages = 20;

export type CostRow = {
  /** The day or month it begins with. */
  readonly start: string;
  /** Values of the groups, in the order asked for. */
  readonly keys: readonly string[];
  readonly amount: number;
  /** `USD` mostly. */
  readonly unit: string;
  /** Whether AWS may still change it. */
  readonly isEstimate: boolean;
};

/** Unblended costs; every page up to twenty. Cost Explorer is one for all regions. */
export async function readCosts(
  aws: AwsClients,
  asked: {
    readonly days: Days;
    readonly granularity: 'DAILY' | 'MONTHLY';
    /** At most two. */
    readonly groupBy: readonly GroupDefinition[];
    readonly filter?: Expression | undefined;
  },
  signal: AbortSignal,
): Promise<{ readonly rows: readonly CostRow[]; readonly cut: string | undefined }> {
  const { sdk, client } = await aws.costExplorer();
  const rows: CostRow[] = [];
  let token: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const answer = await client.send(
      new sdk.GetCostAndUsageCommand({
        TimePeriod: asked.days,
        Granularity: asked.granularity,
        Metrics: ['UnblendedCost'],
        GroupBy: [...asked.groupBy],
        Filter: asked.filter,
        NextPageToken: token,
      }),
      { abortSignal: signal },
    );
    for (const { TimePeriod, Groups, Total, Estimated } of answer.ResultsByTime ?? []) {
      const groups = asked.groupBy.length === 0 ? [{ Keys: [], Metrics: Total }] : (Groups ?? []);
      for (const { Keys = [], Metrics } of groups) {
        const { Amount = '0', Unit = 'USD' } = Metrics?.['UnblendedCost'] ?? {};
        rows.push({
          start: TimePeriod?.Start ?? '',
          keys: Keys,
          amount: Number(Amount),
          unit: Unit,
          isEstimate: Estimated === true,
        });
      }
    }
    token = answer.NextPageToken;
    if (token === undefined || token === '') return { rows, cut: undefined };
  }
  return { rows, cut: `only the first ${maxPages} pages were read` };
}

/** Sums by the groups' values, largest first, rounded to cents. */
export function sumsOf(
  rows: readonly CostRow[],
): readonly { readonly keys: readonly string[]; readonly amount: number; readonly unit: string }[] {
  const sums = new Map<string, { keys: readonly string[]; amount: number; unit: string }>();
  for (const { keys, amount, unit } of rows) {
    // Amounts of two currencies are never added.
    const key = JSON.stringify([unit, ...keys]);
    const sum = sums.get(key) ?? { keys, amount: 0, unit };
    sums.set(key, { ...sum, amount: sum.amount + amount });
  }
  return [...sums.values()]
    .map(sum => ({ ...sum, amount: cents(sum.amount) }))
    .toSorted((a, b) => b.amount - a.amount || (a.keys.join() < b.keys.join() ? -1 : 1));
}

/** Two decimals. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

export function wrongDays(tool: string): ToolRefusal {
  const message = `${tool}: "from" must be a day before "to", and both at most 400 days apart.`;
  return { kind: 'refused', code: 'wrong-days', message };
}
