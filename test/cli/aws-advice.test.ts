import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeAccount } from '../fakes/aws/fake-account.ts';
import { createFakeAws } from '../fakes/aws/fake-aws.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { devops } from './run-in-process.ts';

let server: Server;
let model: FakeModel;
let variables: Readonly<Record<string, string>>;

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'own');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret-of-anybody');
  model = await startFakeModel();
  const aws = createFakeAws({
    ...createFakeAccount({ regions: ['eu-west-3'], instances: 0, buckets: 0, users: 1 }),
    'monitoring:DescribeAlarms': () => ({ MetricAlarms: [{ AlarmName: 'checkout', StateValue: 'ALARM' }] }),
    'ec2:DescribeInstanceStatus': () => ({}),
    'ecs:ListClusters': () => ({ clusterArns: [] }),
    'lambda:GET /2015-03-31/functions': () => ({ Functions: [] }),
  });
  const listening = await aws.listen();
  server = listening.server;
  variables = { AWS_ENDPOINT_URL: listening.url, AWS_REGION: 'eu-west-3' };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await model.close();
  server.close();
});

const withModel = () => ({
  ...variables,
  OPENAI_API_KEY: model.apiKey,
  OPENAI_BASE_URL: model.baseUrl,
  DEVOPS_MODEL: 'gpt-of-these-tests',
});

describe('--explain', () => {
  it('adds an explanation to health and changes no exit code', async () => {
    model.answer = () =>
      JSON.stringify({
        explanation: 'The checkout is down.',
        recommendations: [{ text: 'Look at it.', resources: ['checkout', 'made-up'] }],
      });
    const { exitCode, stdout } = await devops(['health', '--explain'], withModel());
    expect(exitCode).toBe(1);
    expect(stdout).toContain('The checkout is down.\n1. Look at it. (checkout)');
  });

  it('says what to set without a model, below the report', async () => {
    const { exitCode, stdout } = await devops(['audit', 'aws', '--control', '1.7', '--explain'], variables);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('FAIL   1.7');
    expect(stdout).toContain('No model is configured');
  });

  it('refuses formats that have no place for it', async () => {
    const args = ['audit', 'aws', '--explain', '--format', 'sarif'];
    expect(await devops(args, variables)).toMatchObject({ exitCode: 64 });
  });
});
