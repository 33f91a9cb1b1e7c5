import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import { readAwsCost } from '../../../src/runs/schedules/read-aws-cost.ts';
import { type AwsHandler, AwsRefusal, createFakeAws } from '../../fakes/aws/fake-aws.ts';

const now = new Date('2026-11-23T06:00:00Z');
const config = {
  region: 'eu-west-3',
  regions: [],
  readerArn: 'arn:aws:iam::111122223333:role/devops-reader',
};

/** Reads as the dashboard does, from an account whose Cost Explorer answers so. */
async function read(answer: AwsHandler, settings: Parameters<typeof readAwsCost>[1] = config) {
  const aws = createFakeAws({ 'ce:GetCostAndUsage': answer });
  const connector = createAwsConnector({
    requestHandler: aws.requestHandler,
    credentials: () => Promise.resolve({ accessKeyId: 'TEST', secretAccessKey: 'not-a-secret' }),
    endpointUrl: undefined,
    now: () => now,
  });
  const limits = { protectedTags: [], managedTag: undefined, maxResources: 0, maxPercent: 0 };
  const access = createAwsToolAccess(connector, {
    region: undefined,
    reader: undefined,
    actor: undefined,
    limits,
  });
  const cost = await readAwsCost(access, settings, { actor: 'the schedule', runId: 'r1', now });
  return { cost, calls: aws.calls };
}

const group = (service: string, amount: string) => ({
  Keys: [service],
  Metrics: { UnblendedCost: { Amount: amount, Unit: 'USD' } },
});

describe('what the account cost', () => {
  it('is summed by service over the months of the last 30 days, in one request', async () => {
    const { cost, calls } = await read(() => ({
      ResultsByTime: [
        { Groups: [group('Amazon S3', '1.5'), group('Amazon EC2', '40')] },
        { Groups: [group('Amazon EC2', '60.25')] },
      ],
    }));
    expect(cost).toEqual({
      kind: 'known',
      from: '2026-10-24',
      to: '2026-11-23',
      services: [
        { service: 'Amazon EC2', amount: 100.25, unit: 'USD' },
        { service: 'Amazon S3', amount: 1.5, unit: 'USD' },
      ],
    });
    expect(calls.map(({ input }) => input.TimePeriod)).toEqual([{ Start: '2026-10-24', End: '2026-11-23' }]);
  });

  it('says why it is not known when AWS refuses', async () => {
    const { cost } = await read(() => {
      throw new AwsRefusal('AccessDeniedException');
    });
    expect(cost).toMatchObject({ kind: 'unknown', why: expect.stringContaining('ce:GetCostAndUsage') });
  });

  it('is not asked for without an account', async () => {
    const { cost, calls } = await read(() => ({}), { ...config, readerArn: undefined });
    expect([cost, calls]).toEqual([null, []]);
  });
});
