import { describe, expect, it } from 'vitest';
import { createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import { collectAws } from '../../../src/runs/incident/collect-aws.ts';
import { type AwsFault, createFakeAws, type FakeAws } from '../../fakes/aws/fake-aws.ts';
import { noLimits } from '../../tools/aws/call-aws-tool.ts';

const now = new Date('2026-11-21T10:00:00Z');
const since = now.getTime() / 1_000 - 600;

/** An account in which an alarm is on, and nothing else is there. */
function account(fault?: Partial<AwsFault> & Pick<AwsFault, 'action' | 'kind'>): FakeAws {
  const aws = createFakeAws({
    'monitoring:DescribeAlarmHistory': () => ({ AlarmHistoryItems: [] }),
    'monitoring:DescribeAlarms': () => ({
      MetricAlarms: [{ AlarmName: 'web-cpu', StateUpdatedTimestamp: since, StateReason: '[97.0] > 80' }],
    }),
    'cloudtrail:LookupEvents': () => ({}),
    'ecs:ListClusters': () => ({}),
    'logs:FilterLogEvents': () => ({}),
    'sts:AssumeRole': () => ({}),
  });
  if (fault !== undefined) aws.faults.push({ times: 99, ...fault });
  return aws;
}

async function collect(
  aws: FakeAws,
  options: { readonly reader?: string; readonly readTimeoutMs?: number } = {},
) {
  const { reader, readTimeoutMs = 60_000 } = options;
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => now,
    credentials: () => Promise.resolve({ accessKeyId: 'own', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  const region = 'eu-west-3';
  return await collectAws(region, {
    access: createAwsToolAccess(connector, {
      region,
      reader: reader === undefined ? undefined : { arn: reader, externalId: undefined },
      actor: undefined,
      limits: noLimits,
    }),
    runId: 'run',
    actor: 'mona',
    logGroups: ['/shop/web'],
    from: new Date(now.getTime() - 3_600_000),
    to: now,
    signal: new AbortController().signal,
    readTimeoutMs,
  });
}

const denied = { kind: 'refuse', code: 'AccessDeniedException', status: 400 } as const;

describe('the facts of an incident in a region', () => {
  it('are those that there are, where most services are empty', async () => {
    expect(await collect(account())).toEqual({
      facts: [expect.objectContaining({ source: 'alarm', subject: 'web-cpu', text: '[97.0] > 80' })],
      services: [],
      gaps: [],
    });
  });

  const readings = [
    ['monitoring:DescribeAlarmHistory', 'The history of alarms could not be read'],
    ['cloudtrail:LookupEvents', 'The changes in CloudTrail could not be read'],
    ['ecs:ListClusters', 'The ECS services could not be read'],
    ['logs:FilterLogEvents', 'The log group /shop/web could not be read'],
  ] as const;
  const alarm = [expect.objectContaining({ subject: 'web-cpu' })];

  it.each(readings)('are told without %s, which is denied or is not known', async (action, gap) => {
    const expected = { facts: alarm, gaps: [expect.stringContaining(gap)] };
    expect(await collect(account({ action, ...denied }))).toMatchObject(expected);
    expect(await collect(account({ action, kind: 'garbage' }))).toMatchObject(expected);
  });

  it('are told without those that are not answered in time', async () => {
    const hanging = account();
    for (const [action] of readings) hanging.faults.push({ action, kind: 'hang', times: 9 });
    const { facts, gaps } = await collect(hanging, { readTimeoutMs: 3_000 });
    expect(facts).toEqual(alarm);
    expect(gaps.toSorted()).toEqual(
      readings.map(([, gap]) => `${gap}: AWS did not answer in eu-west-3 within 3 s.`).toSorted(),
    );
  });

  it('are all missing, and said to be, where the role cannot be assumed', async () => {
    const role = 'arn:aws:iam::111122223333:role/reader';
    const { facts, gaps } = await collect(account({ action: 'sts:AssumeRole', ...denied }), { reader: role });
    expect([facts, gaps.length]).toEqual([[], 5]);
    expect(gaps.join(' ')).toContain('AWS does not let the server assume the role');
  });
});
