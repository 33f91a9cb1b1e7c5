import { describe, expect, it } from 'vitest';
import { createCloudWatchClient } from '../../../../src/clients/aws/aws-cloudwatch-client.ts';
import { createAwsConnector } from '../../../../src/clients/aws/aws-connector.ts';
import type { ProbeAnswer } from '../../../../src/clients/http/http-prober.ts';
import type {
  DeployRunner,
  DeployVerifier,
  RunnerObservation,
  VerificationSettings,
  WorkflowSettings,
} from '../../../../src/contracts/deploy-runner.ts';
import { createDeployVerifier } from '../../../../src/runs/deploy/verification/index.ts';
import { judgeMetric } from '../../../../src/runs/deploy/verification/metric.ts';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { createFakeSts } from '../../../fakes/aws/fake-sts.ts';
import { awsJob, ssmSettings, startedAt } from '../runners/ssm-scene.ts';
import { workflowSettings } from '../runners/workflow-scene.ts';

type Metric = Extract<VerificationSettings, { readonly type: 'metric' }>;

const http: VerificationSettings = {
  type: 'http',
  url: 'https://staging.example/healthz',
  expectStatus: 200,
  expectText: 'well',
  allowPrivate: false,
  successes: 2,
  attempts: 4,
  intervalSeconds: 10,
  timeoutSeconds: 5,
};

const errorShare: Metric = {
  type: 'metric',
  aws: ssmSettings.aws,
  namespace: 'AWS/ApplicationELB',
  metric: 'HTTPCode_Target_5XX_Count',
  dimensions: { LoadBalancer: 'app/shop/1' },
  statistic: 'Sum',
  perMetric: 'RequestCount',
  atMost: 1,
  windowMinutes: 5,
  noData: 'fail',
};

type Scene = {
  readonly aws: FakeAws;
  readonly verifier: DeployVerifier;
  readonly answers: ProbeAnswer[];
  /** By metric name, minute by minute. */
  readonly metrics: Record<string, number[]>;
  readonly elapse: (ms: number) => void;
  readonly look: (settings: VerificationSettings, from: RunnerObservation) => Promise<RunnerObservation>;
};

type Query = {
  readonly Id: string;
  readonly MetricStat: { readonly Metric: { readonly MetricName: string } };
};

function open(workflow?: DeployRunner<WorkflowSettings>): Scene {
  const metrics: Scene['metrics'] = {};
  const aws = createFakeAws({
    ...createFakeSts(() => new Date(Date.now() + 900_000)),
    'monitoring:GetMetricData': ({ input }) => ({
      MetricDataResults: input.MetricDataQueries.map(({ Id, MetricStat }: Query) => ({
        Id,
        Values: metrics[MetricStat.Metric.MetricName] ?? [],
      })),
    }),
  });
  let now = Date.parse(startedAt);
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date(now),
    credentials: () => Promise.resolve({ accessKeyId: 'SERVER', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  const answers: ProbeAnswer[] = [];
  const verifier = createDeployVerifier({
    workflow: workflow ?? ({} as DeployRunner<WorkflowSettings>),
    probe: () => Promise.resolve(answers.shift() ?? { kind: 'no-answer', reason: 'It did not answer.' }),
    cloudWatchFor: (access, purpose) => createCloudWatchClient(connector.clientConfig(access, purpose)),
    now: () => new Date(now),
  });
  return {
    aws,
    verifier,
    answers,
    metrics,
    elapse: ms => {
      now += ms;
    },
    look: (settings, from) => verifier.observe(settings, awsJob, JSON.parse(JSON.stringify(from.state))),
  };
}

describe('a verification by HTTP', () => {
  const good: ProbeAnswer = { kind: 'answer', status: 200, text: 'all is well' };

  it('passes after enough good answers in a row', async () => {
    const { verifier, answers, look } = open();
    answers.push(good, { kind: 'answer', status: 502, text: '' }, good, good);
    let seen = await verifier.start(http, awsJob);
    const progress = [];
    while (seen.kind === 'under-way') {
      progress.push(`${seen.lookAgainMs} ${seen.progress}`);
      seen = await look(http, seen);
    }
    expect(progress).toEqual([
      '0 Asking `staging.example`.',
      '10000 `staging.example`: 1 of 2 good answers, 1 tries.',
      '10000 `staging.example`: 0 of 2 good answers, 2 tries.',
      '10000 `staging.example`: 1 of 2 good answers, 3 tries.',
    ]);
    expect(seen).toMatchObject({ result: 'success', code: 'verified' });
  });

  it.each([
    [{ kind: 'answer', status: 500, text: 'well' }, 'It answered 500 instead of 200. It was asked 4 times.'],
    [
      { kind: 'answer', status: 200, text: 'bad' },
      'Its answer lacks the expected text. It was asked 4 times.',
    ],
    [
      { kind: 'no-answer', reason: 'It refused the connection.' },
      'It refused the connection. It was asked 4 times.',
    ],
  ] as const)('fails after too many tries of %o', async (answer, text) => {
    const { verifier, answers, look } = open();
    let seen = await verifier.start(http, awsJob);
    while (seen.kind === 'under-way') {
      answers.push(answer);
      seen = await look(http, seen);
    }
    expect(seen).toMatchObject({ result: 'failure', firstError: { where: '`staging.example`', text } });
  });

  it('gives up at once on an address that must not be asked', async () => {
    const { verifier, answers, look } = open();
    answers.push({ kind: 'refused', reason: 'It is private.' });
    expect(await look(http, await verifier.start(http, awsJob))).toMatchObject({
      result: 'failure',
      firstError: { text: 'It is private.' },
    });
  });
});

describe('a verification by metric', () => {
  it('looks at the window’s share and a minute longer, since CloudWatch is late', async () => {
    const { aws, verifier, metrics, elapse, look } = open();
    const seen = await verifier.start(errorShare, awsJob);
    metrics['RequestCount'] = [100, 100];
    metrics['HTTPCode_Target_5XX_Count'] = [90];
    elapse(5 * 60_000);
    expect(await look(errorShare, seen)).toMatchObject({ kind: 'under-way', lookAgainMs: 60_000 });
    metrics['RequestCount'] = [1000, 9000];
    elapse(60_000);
    expect(await look(errorShare, seen)).toMatchObject({
      result: 'success',
      summary:
        '`Sum` of `AWS/ApplicationELB/HTTPCode_Target_5XX_Count` per `RequestCount` was 0.9 % after the deployment; at most 1 % is good.',
    });
    const call = aws.calls.at(-1);
    expect(call?.region).toBe('eu-central-1');
    expect(call?.input.EndTime - call?.input.StartTime).toBe(300);
    expect(call?.input.MetricDataQueries[0].MetricStat).toMatchObject({
      Metric: { Dimensions: [{ Name: 'LoadBalancer', Value: 'app/shop/1' }] },
      Period: 60,
      Stat: 'Sum',
    });
  });

  it('fails as soon as a sum is too large, and a share only at the end', async () => {
    const { verifier, metrics, look } = open();
    metrics['HTTPCode_Target_5XX_Count'] = [2];
    const sum: Metric = { ...errorShare, perMetric: undefined };
    expect(await look(sum, await verifier.start(sum, awsJob))).toMatchObject({
      result: 'failure',
      code: 'verification-failed',
    });
    metrics['RequestCount'] = [2];
    const seen = await look(errorShare, await verifier.start(errorShare, awsJob));
    expect(seen).toMatchObject({ kind: 'under-way' });
  });

  it.each([
    ['pass', 'success', 'verified-without-data'],
    ['fail', 'failure', 'verification-without-data'],
  ] as const)('takes no data as configured: %s', async (noData, result, code) => {
    const { verifier, elapse, look } = open();
    const settings: Metric = { ...errorShare, noData };
    const seen = await verifier.start(settings, awsJob);
    elapse(6 * 60_000);
    expect(await look(settings, seen)).toMatchObject({ result, code });
  });

  it('ends with the reason when AWS denies it, and is tried again when it is busy', async () => {
    const { aws, verifier, look } = open();
    const seen = await verifier.start(errorShare, awsJob);
    const action = 'monitoring:GetMetricData';
    aws.faults.push({ action, times: 1, kind: 'refuse', code: 'AccessDeniedException', status: 400 });
    expect(await look(errorShare, seen)).toMatchObject({ result: 'error', code: 'aws-denied' });
    aws.faults.push({ action, times: 3, kind: 'refuse', code: 'InternalServiceFault', status: 500 });
    await expect(look(errorShare, seen)).rejects.toMatchObject({ retryable: true });
  });
});

describe('a window’s value', () => {
  const check = (statistic: Metric['statistic'], perMetric?: string) => ({
    ...errorShare,
    statistic,
    perMetric,
    atMost: 10,
  });
  it.each([
    [check('Sum'), [[4, 7]], { kind: 'bad', value: 11 }],
    [check('SampleCount'), [[4, 6]], { kind: 'good', value: 10 }],
    [check('Average'), [[4, 6]], { kind: 'good', value: 5 }],
    [check('Maximum'), [[4, 60, 5]], { kind: 'bad', value: 60 }],
    [check('Minimum'), [[40, 60]], { kind: 'bad', value: 40 }],
    [check('Sum'), [[]], { kind: 'no-data' }],
    [check('Sum', 'all'), [[], [50]], { kind: 'good', value: 0 }],
    [check('Sum', 'all'), [[5], [10, 40]], { kind: 'good', value: 10 }],
    [check('Sum', 'all'), [[5], []], { kind: 'no-data' }],
    [check('Sum', 'all'), [[], [0]], { kind: 'no-data' }],
  ] as const)('%o of %j is %o', (settings, values, expected) => {
    expect(judgeMetric(settings, values)).toEqual(expected);
  });
});

describe('a verification by workflow', () => {
  it('is the workflow runner’s', async () => {
    const calls: string[] = [];
    const answer = (name: string) => () => {
      calls.push(name);
      return Promise.resolve({ kind: 'under-way' } as RunnerObservation);
    };
    const { verifier } = open({
      start: answer('start'),
      find: answer('find'),
      observe: answer('observe'),
    } as unknown as DeployRunner<WorkflowSettings>);
    await verifier.start(workflowSettings, awsJob);
    await verifier.find(workflowSettings, awsJob);
    await verifier.observe(workflowSettings, awsJob, {});
    expect(calls).toEqual(['start', 'find', 'observe']);
  });
});
