import { createAwsConnector } from '../../../../src/clients/aws/aws-connector.ts';
import { createSsmClient } from '../../../../src/clients/aws/aws-ssm-client.ts';
import type { ProbeAnswer } from '../../../../src/clients/http/http-prober.ts';
import type {
  DeployRunner,
  RunnerJob,
  RunnerObservation,
  SsmSettings,
} from '../../../../src/contracts/deploy-runner.ts';
import { createSsmRunner } from '../../../../src/runs/deploy/runners/ssm.ts';
import { createFakeAws, type FakeAws } from '../../../fakes/aws/fake-aws.ts';
import { createFakeSsm, type FakeSsm } from '../../../fakes/aws/fake-ssm.ts';
import { createFakeSts } from '../../../fakes/aws/fake-sts.ts';

export const startedAt = '2026-11-21T00:00:00.000Z';

export const ssmSettings: SsmSettings = {
  type: 'ssm',
  aws: {
    region: 'eu-central-1',
    roleArn: 'arn:aws:iam::111122223333:role/deploy',
    externalId: undefined,
  },
  document: 'Shop-Deploy',
  documentVersion: undefined,
  targets: { Service: ['web'], Stage: ['staging', 'canary'] },
  parameters: { commit: '$sha' },
  wavesPercent: [10, 40, 50],
  maxFailures: 0,
  health: undefined,
  timeoutMinutes: 60,
};

export const awsJob: RunnerJob = {
  key: 'a1b2c3d4e5f6',
  installationId: 1,
  repository: { owner: 'octo', name: 'shop', defaultBranch: 'main' },
  environment: 'staging',
  sha: 'c0ffee'.repeat(7).slice(0, 40),
  ref: 'feature',
  deploymentId: 77,
  actor: 'mona',
  parameters: {},
  startedAt,
  isRollBack: false,
};

/** The runner on the SDK against a stand-in of AWS, with a clock and a health check that tests decide. */
export type SsmScene = {
  readonly aws: FakeAws;
  readonly ssm: FakeSsm;
  readonly runner: DeployRunner<SsmSettings>;
  readonly answers: ProbeAnswer[];
  readonly elapse: (ms: number) => void;
  /** Looks again, as the saga would, until something has to happen outside. */
  readonly settle: (settings: SsmSettings, from: RunnerObservation) => Promise<RunnerObservation>;
};

/** @param count Instances that carry the tags. */
export function openSsm(count: number): SsmScene {
  const ssm = createFakeSsm();
  for (let number = 1; number <= count; number++) {
    const id = `i-${String(number).padStart(3, '0')}`;
    ssm.instances.push({ id, tags: { Service: 'web', Stage: 'staging' }, online: true });
  }
  ssm.instances.push({ id: 'i-other', tags: { Service: 'web', Stage: 'production' }, online: true });
  const expiresAt = (): Date => new Date(Date.now() + 900_000);
  const aws = createFakeAws({ ...createFakeSts(expiresAt), ...ssm.handlers });
  let now = Date.parse(startedAt);
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date(now),
    credentials: () => Promise.resolve({ accessKeyId: 'SERVER', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  const answers: ProbeAnswer[] = [];
  const runner = createSsmRunner({
    ssmFor: (access, purpose) => createSsmClient(connector.clientConfig(access, purpose)),
    probe: () => Promise.resolve(answers.shift() ?? { kind: 'no-answer', reason: 'It was not asked for.' }),
    redact: text => text.replaceAll('hunter2', '***'),
    now: () => new Date(now),
  });
  return {
    aws,
    ssm,
    runner,
    answers,
    elapse: ms => {
      now += ms;
    },
    async settle(settings, from) {
      let seen = from;
      while (seen.kind === 'under-way' && seen.lookAgainMs === 0)
        // A state is stored as JSON between looks.
        seen = await runner.observe(settings, awsJob, JSON.parse(JSON.stringify(seen.state)));
      return seen;
    },
  };
}
