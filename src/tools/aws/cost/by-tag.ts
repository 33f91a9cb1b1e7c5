import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { readCosts, sumsOf, wrongDays } from './costs.ts';
import { daysOf, from, to } from './days.ts';

export const costByTag = readTool({
  name: 'cost_by_tag',
  description:
    'What the account cost by the values of one tag, largest first. The tag must be activated as a cost allocation tag; what carries none is under "".',
  permissions: { iam: ['ce:GetCostAndUsage'] },
  parameters: z.object({ region, tag: z.string().min(1).max(128), from, to }),
  example: { region: 'us-east-1', tag: 'team', from: '2026-10-01', to: '2026-11-01' },
  async handle({ tag, ...input }, { signal }, aws) {
    const days = daysOf(input, aws.now());
    if (days === undefined) return wrongDays('cost_by_tag');
    const groupBy = [{ Type: 'TAG' as const, Key: tag }];
    const { rows, cut } = await readCosts(aws, { days, granularity: 'MONTHLY', groupBy }, signal);
    const values = sumsOf(rows).map(({ keys: [key = ''], amount, unit }) => ({
      // Cost Explorer answers `tag$value`.
      value: key.startsWith(`${tag}$`) ? key.slice(tag.length + 1) : key,
      amount,
      unit,
    }));
    const isEstimate = rows.some(row => row.isEstimate);
    const value = { tag, from: days.Start, to: days.End, isEstimate, values };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
