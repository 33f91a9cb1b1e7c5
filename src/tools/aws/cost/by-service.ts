import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { readCosts, sumsOf, wrongDays } from './costs.ts';
import { daysOf, from, to } from './days.ts';

export const costByService = readTool({
  name: 'cost_by_service',
  description:
    'What the account cost by service over some days, largest first. AWS charges one cent per page of Cost Explorer.',
  permissions: { iam: ['ce:GetCostAndUsage'] },
  parameters: z.object({ region, from, to }),
  example: { region: 'us-east-1', from: '2026-10-01', to: '2026-11-01' },
  async handle(input, { signal }, aws) {
    const days = daysOf(input, aws.now());
    if (days === undefined) return wrongDays('cost_by_service');
    const groupBy = [{ Type: 'DIMENSION' as const, Key: 'SERVICE' }];
    const { rows, cut } = await readCosts(aws, { days, granularity: 'MONTHLY', groupBy }, signal);
    const services = sumsOf(rows).map(({ keys: [service], amount, unit }) => ({ service, amount, unit }));
    const value = {
      from: days.Start,
      to: days.End,
      isEstimate: rows.some(({ isEstimate }) => isEstimate),
      services,
    };
    return { kind: 'ok', value, ...(cut !== undefined && { cut }) };
  },
});
