import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { cents, readCosts, wrongDays } from './costs.ts';
import { daysOf, from, to } from './days.ts';

export const costOverTime = readTool({
  name: 'cost_over_time',
  description: 'What the account, or one service of it, cost by day or month.',
  permissions: { iam: ['ce:GetCostAndUsage'] },
  parameters: z.object({
    region,
    service: z
      .string()
      .min(1)
      .max(200)
      .nullish()
      .describe('Only this service, named as cost_by_service names it.'),
    by: z.enum(['day', 'month']).nullish().describe('Default: day.'),
    from,
    to,
  }),
  example: { region: 'us-east-1', by: 'day', from: '2026-11-01', to: '2026-11-15' },
  async handle({ service, by, ...input }, { signal }, aws) {
    const days = daysOf(input, aws.now());
    if (days === undefined) return wrongDays('cost_over_time');
    const { rows, cut } = await readCosts(
      aws,
      {
        days,
        granularity: by === 'month' ? 'MONTHLY' : 'DAILY',
        groupBy: [],
        filter: service ? { Dimensions: { Key: 'SERVICE', Values: [service] } } : undefined,
      },
      signal,
    );
    const costs = rows.map(({ start, amount, unit, isEstimate }) => ({
      start,
      amount: cents(amount),
      unit,
      isEstimate,
    }));
    return {
      kind: 'ok',
      value: { from: days.Start, to: days.End, costs },
      ...(cut !== undefined && { cut }),
    };
  },
});
