import type { AwsToolAccess } from '../../clients/aws/tool-access.ts';
import type { AwsConfig } from '../../contracts/aws.ts';
import { AppError } from '../../errors.ts';
import type { AwsCost } from '../../results/dashboard.ts';

const days = 30;
const dayMs = 86_400_000;
/** Pages of services that are read; each costs a cent. */
const maxPages = 5;

/**
 * What the configured account cost in the last 30 days, the largest services first; null where none is configured.
 * Asks Cost Explorer, which takes a cent for each request, as the reading role. A refusal is told, not thrown.
 */
export async function readAwsCost(
  access: AwsToolAccess,
  config: Pick<AwsConfig, 'region' | 'regions' | 'readerArn'>,
  by: { readonly actor: string; readonly runId: string; readonly now: Date },
): Promise<AwsCost | null> {
  if (config.readerArn === undefined) return null;
  const reached = access.reach({
    region: config.region ?? config.regions[0] ?? 'us-east-1',
    runId: by.runId,
    as: 'reader',
    actor: by.actor,
  });
  if (reached.kind === 'unreachable') return { kind: 'unknown', why: reached.message };
  const to = by.now.toISOString().slice(0, 10);
  const from = new Date(Date.parse(to) - days * dayMs).toISOString().slice(0, 10);
  try {
    const sums = new Map<string, { readonly service: string; amount: number; readonly unit: string }>();
    const { sdk, client } = await reached.services.costExplorer();
    let token: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const answer = await client.send(
        new sdk.GetCostAndUsageCommand({
          TimePeriod: { Start: from, End: to },
          Granularity: 'MONTHLY',
          Metrics: ['UnblendedCost'],
          GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
          NextPageToken: token,
        }),
      );
      for (const { Groups = [] } of answer.ResultsByTime ?? [])
        for (const { Keys = [], Metrics } of Groups) {
          const { Amount = '0', Unit: unit = 'USD' } = Metrics?.['UnblendedCost'] ?? {};
          const service = Keys[0] ?? '';
          const sum = sums.get(`${unit} ${service}`) ?? { service, amount: 0, unit };
          sums.set(`${unit} ${service}`, { ...sum, amount: sum.amount + Number(Amount) });
        }
      token = answer.NextPageToken;
      if (token === undefined || token === '') break;
    }
    const services = [...sums.values()].toSorted((a, b) => b.amount - a.amount);
    return { kind: 'known', from, to, services };
  } catch (error) {
    // The rest of the dashboard does not wait for AWS.
    if (error instanceof AppError) return { kind: 'unknown', why: error.publicMessage };
    const failure = reached.failureOf(error);
    if (failure === undefined) throw error;
    return { kind: 'unknown', why: `${failure.message} ${failure.next}` };
  }
}
