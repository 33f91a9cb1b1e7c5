import { describe, expect, it } from 'vitest';
import { type AwsPurpose, createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createSsmClient } from '../../../src/clients/aws/aws-ssm-client.ts';
import type { SsmClient } from '../../../src/clients/aws/ssm-client.ts';
import type { AwsAccess } from '../../../src/contracts/deploy-runner.ts';
import { createFakeAws, type FakeAws } from '../../fakes/aws/fake-aws.ts';
import { createFakeSsm } from '../../fakes/aws/fake-ssm.ts';
import { createFakeSts } from '../../fakes/aws/fake-sts.ts';

const access: AwsAccess = {
  region: 'eu-central-1',
  roleArn: 'arn:aws:iam::111122223333:role/deploy',
  externalId: 'shop',
};
const purpose: AwsPurpose = {
  actor: 'mona [bot]',
  runId: 'a1b2c3d4e5f6',
  permissions: [{ actions: ['ssm:CancelCommand'], resources: ['*'] }],
};

type Scene = {
  readonly aws: FakeAws;
  readonly clientFor: (access: AwsAccess, purpose: AwsPurpose) => SsmClient;
  /** Moves the clock, milliseconds. */
  readonly elapse: (ms: number) => void;
};

function open(endpointUrl?: string): Scene {
  let now = Date.parse('2026-11-21T00:00:00Z');
  const expiresAt = (): Date => new Date(Date.now() + 900_000);
  const aws = createFakeAws({ ...createFakeSts(expiresAt), ...createFakeSsm().handlers });
  const connector = createAwsConnector({
    endpointUrl,
    now: () => new Date(now),
    credentials: () => Promise.resolve({ accessKeyId: 'SERVER', secretAccessKey: 'secret' }),
    requestHandler: aws.requestHandler,
  });
  return {
    aws,
    clientFor: (to, why) => createSsmClient(connector.clientConfig(to, why)),
    elapse: ms => {
      now += ms;
    },
  };
}

describe('a connection to AWS', () => {
  it.each(['eu-central-1', 'us-east-1', 'ap-southeast-2'])(
    'uses the region %s for every call',
    async region => {
      const { aws, clientFor } = open();
      await clientFor({ ...access, region }, purpose).find({ comment: 'x', since: '2026-11-21T00:00:00Z' });
      expect(aws.calls.map(call => [call.action, call.region, call.host])).toEqual([
        ['sts:AssumeRole', region, `sts.${region}.amazonaws.com`],
        ['ssm:ListCommands', region, `ssm.${region}.amazonaws.com`],
      ]);
    },
  );

  it('assumes the role for fifteen minutes with exactly the purpose’s permissions, naming actor and run', async () => {
    const { aws, clientFor } = open();
    await clientFor(access, purpose).find({ comment: 'x', since: '2026-11-21T00:00:00Z' });
    const [assume, call] = aws.calls;
    expect(assume?.accessKeyId).toBe('SERVER');
    expect(assume?.input).toMatchObject({
      RoleArn: access.roleArn,
      ExternalId: 'shop',
      DurationSeconds: '900',
      RoleSessionName: 'devops-a1b2c3d4e5f6-mona--bot-',
      SourceIdentity: 'mona--bot-',
    });
    expect(JSON.parse(assume?.input.Policy)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['ssm:CancelCommand'], Resource: ['*'] }],
    });
    expect(call?.accessKeyId).toBe('SESSION1');
  });

  it('uses a session again until shortly before it ends, and for its own purpose only', async () => {
    const { aws, clientFor, elapse } = open();
    const look = (why: AwsPurpose): Promise<unknown> =>
      clientFor(access, why).find({ comment: 'x', since: '2026-11-21T00:00:00Z' });
    await Promise.all([look(purpose), look(purpose)]);
    elapse(779_000);
    await look(purpose);
    expect(aws.actions().filter(action => action === 'sts:AssumeRole')).toHaveLength(1);
    await look({ ...purpose, permissions: [] });
    await look({ ...purpose, actor: 'hubot' });
    expect(aws.actions().filter(action => action === 'sts:AssumeRole')).toHaveLength(3);
    elapse(2_000);
    await look(purpose);
    expect(aws.actions().filter(action => action === 'sts:AssumeRole')).toHaveLength(4);
  });

  it('uses the process’s own credentials where no role is configured', async () => {
    const { aws, clientFor } = open();
    await clientFor({ ...access, roleArn: undefined }, purpose).cancel('nothing');
    expect(aws.calls.map(({ action, accessKeyId }) => [action, accessKeyId])).toEqual([
      ['ssm:CancelCommand', 'SERVER'],
    ]);
  });

  it('asks the given endpoint for everything', async () => {
    const { aws, clientFor } = open('http://emulator.test:4566');
    await clientFor(access, purpose).find({ comment: 'x', since: '2026-11-21T00:00:00Z' });
    expect(aws.calls.map(({ host }) => host)).toEqual(['emulator.test', 'emulator.test']);
  });

  it('says what the trust policy lacks when the role cannot be assumed, and tries again later', async () => {
    const { aws, clientFor } = open();
    aws.faults.push({
      action: 'sts:AssumeRole',
      times: 1,
      kind: 'refuse',
      code: 'AccessDenied',
      status: 403,
    });
    const look = (): Promise<unknown> =>
      clientFor(access, purpose).find({ comment: 'x', since: '2026-11-21T00:00:00Z' });
    await expect(look()).rejects.toMatchObject({
      code: 'aws-denied',
      retryable: false,
      publicMessage: expect.stringContaining('`sts:SetSourceIdentity`'),
    });
    expect(await look()).toMatchObject({ kind: 'ok' });
  });
});

describe('retries', () => {
  it('repeat a throttled read twice, and a command never', async () => {
    const { aws, clientFor } = open();
    const throttled = { kind: 'refuse', code: 'ThrottlingException', status: 400 } as const;
    aws.faults.push({ action: 'ssm:ListCommands', times: 2, ...throttled });
    aws.faults.push({ action: 'ssm:SendCommand', times: 1, kind: 'lost' });
    const client = clientFor({ ...access, roleArn: undefined }, purpose);
    expect(await client.find({ comment: 'x', since: '2026-11-21T00:00:00Z' })).toEqual({
      kind: 'ok',
      value: undefined,
    });
    expect(aws.calls).toHaveLength(3);
    const sent = await client.send({
      document: 'deploy',
      version: undefined,
      instanceIds: ['i-1'],
      parameters: {},
      comment: 'x',
      deliveryTimeoutSeconds: 60,
    });
    expect(sent).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable', retryable: true } });
    expect(aws.actions().filter(action => action === 'ssm:SendCommand')).toHaveLength(1);
  });
});
