import { describe, expect, it } from 'vitest';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';

/** Costs by group value: before, now. EC2 rose because of one usage type. */
const costs: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  SERVICE: { 'Amazon EC2': [100, 160], 'Amazon S3': [20, 10], 'AWS Lambda': [0, 5] },
  'USAGE_TYPE in Amazon EC2': { 'BoxUsage:m5.large': [60, 115], 'EBS:VolumeUsage': [40, 45] },
  'REGION in Amazon EC2': { 'eu-central-1': [100, 160] },
  'LINKED_ACCOUNT in Amazon EC2': { '111122223333': [100, 160] },
};

function account(): FakeAws {
  return createFakeAws({
    'ce:GetCostAndUsage': ({ input }) => {
      const [group] = input.GroupBy;
      const service = input.Filter?.Dimensions.Values[0];
      const key = service === undefined ? group.Key : `${group.Key} in ${service}`;
      const column = input.TimePeriod.Start === '2026-11-08' ? 1 : 0;
      const groups = Object.entries(costs[key] ?? {}).map(([name, values]) => ({
        Keys: [name],
        Metrics: { UnblendedCost: { Amount: String(values[column]), Unit: 'USD' } },
      }));
      return { ResultsByTime: [{ TimePeriod: input.TimePeriod, Groups: groups, Estimated: true }] };
    },
  });
}

const days = { from: '2026-11-08', to: '2026-11-15' };

describe('Cost Explorer', () => {
  it('tells costs by service, largest first', async () => {
    const aws = account();
    expect(await callAwsTool(aws, 'cost_by_service', days)).toMatchObject({
      kind: 'ok',
      value: { isEstimate: true, services: [{ service: 'Amazon EC2', amount: 160 }, {}, {}] },
    });
    expect(aws.calls[0]?.input.TimePeriod).toEqual({ Start: '2026-11-08', End: '2026-11-15' });
  });

  it('explains a rise by service, then usage type, region and account, with what each contributes', async () => {
    const result = await callAwsTool(account(), 'cost_explain_rise', days);
    expect(result).toMatchObject({
      kind: 'ok',
      value: {
        comparedWith: { from: '2026-11-01', to: '2026-11-08' },
        before: 120,
        now: 175,
        change: 55,
        changePercent: 45.8,
        explanation:
          'Costs rose from 120.00 to 175.00: Amazon EC2 +60.00 (109.1 % of the rise), most of it BoxUsage:m5.large (+55.00); AWS Lambda +5.00 (9.1 % of the rise).',
        contributions: [
          {
            name: 'Amazon EC2',
            usageTypes: [{ name: 'BoxUsage:m5.large', change: 55, sharePercent: 91.7 }, { change: 5 }],
            regions: [{ name: 'eu-central-1', sharePercent: 100 }],
            accounts: [{ name: '111122223333' }],
          },
          { name: 'AWS Lambda' },
        ],
      },
    });
  });

  it('reads the values of a tag; what has none is under the empty one', async () => {
    const aws = createFakeAws({
      'ce:GetCostAndUsage': () => ({
        ResultsByTime: [
          {
            Groups: [
              { Keys: ['team$shop'], Metrics: { UnblendedCost: { Amount: '3.456', Unit: 'USD' } } },
              { Keys: ['team$'], Metrics: { UnblendedCost: { Amount: '1', Unit: 'USD' } } },
            ],
          },
        ],
      }),
    });
    expect(await callAwsTool(aws, 'cost_by_tag', { tag: 'team', ...days })).toMatchObject({
      value: { values: [{ value: 'shop', amount: 3.46 }, { value: '' }] },
    });
  });

  it('tells costs over time, of one service too', async () => {
    const aws = createFakeAws({
      'ce:GetCostAndUsage': ({ input }) => ({
        ResultsByTime: [
          {
            TimePeriod: { Start: input.NextPageToken ?? '2026-11-08' },
            Total: { UnblendedCost: { Amount: '1', Unit: 'USD' } },
          },
        ],
        ...(input.NextPageToken === undefined && { NextPageToken: '2026-11-09' }),
      }),
    });
    expect(await callAwsTool(aws, 'cost_over_time', { service: 'Amazon S3', ...days })).toMatchObject({
      value: { costs: [{ start: '2026-11-08', amount: 1 }, { start: '2026-11-09' }] },
    });
  });

  it.each(['cost_by_service', 'cost_explain_rise', 'cost_over_time'])(
    '%s refuses days that end before they begin',
    async name => {
      const aws = account();
      const result = await callAwsTool(aws, name, { from: '2026-11-15', to: '2026-11-08' });
      expect(result).toMatchObject({ kind: 'refused', code: 'wrong-days' });
      expect(aws.calls).toEqual([]);
    },
  );
});
