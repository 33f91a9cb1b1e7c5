import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeAws, type FakeAws } from '../fakes/aws/fake-aws.ts';
import { devops } from './run-in-process.ts';

const minutesAgo = (minutes: number): number => (Date.now() - minutes * 60_000) / 1_000;

let aws: FakeAws;
let server: Server;
let variables: Readonly<Record<string, string>>;

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'own');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret-of-anybody');
  aws = createFakeAws({
    'sts:GetCallerIdentity': () => ({ Account: '111122223333' }),
    'monitoring:DescribeAlarmHistory': () => ({
      AlarmHistoryItems: [
        {
          AlarmName: 'web-5xx',
          Timestamp: minutesAgo(30),
          HistorySummary: 'Alarm updated from OK to ALARM',
        },
      ],
    }),
    'monitoring:DescribeAlarms': () => ({ MetricAlarms: [] }),
    'cloudtrail:LookupEvents': () => ({
      Events: [{ EventName: 'AuthorizeSecurityGroupIngress', EventTime: minutesAgo(35), EventId: 'event-1' }],
    }),
    'ecs:ListClusters': () => ({ clusterArns: [] }),
  });
  const listening = await aws.listen();
  server = listening.server;
  variables = { AWS_ENDPOINT_URL: listening.url, AWS_REGION: 'eu-west-3' };
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

describe('devops incident', () => {
  it('tells the first symptom, the change before it and the timeline', async () => {
    const { exitCode, stdout } = await devops(['incident', 'the', 'web', 'fails'], variables);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('First symptom at');
    expect(stdout).toMatch(/ {2}1\. e1 .* change eu-west-3 .*AuthorizeSecurityGroupIngress/);
    expect(stdout).toMatch(/e2 .* alarm eu-west-3 web-5xx/);
  });

  it('is incomplete where something could not be read', async () => {
    aws.faults.push({
      action: 'monitoring:DescribeAlarmHistory',
      times: 9,
      kind: 'refuse',
      code: 'AccessDenied',
      status: 403,
    });
    const { exitCode, stdout } = await devops(['incident', '--format', 'markdown'], variables);
    aws.faults.length = 0;
    expect(exitCode).toBe(2);
    expect(stdout).toContain('**Incomplete**');
  });

  it('ends with one error for expired credentials', async () => {
    aws.faults.push({ action: '*', times: 9, kind: 'refuse', code: 'ExpiredToken', status: 403 });
    const { exitCode, stderr } = await devops(['incident'], variables);
    aws.faults.length = 0;
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The AWS credentials expired');
  });

  it.each([
    ['6', '', 'Name a --region'],
    ['99', 'eu-west-3', '--hours must be'],
  ])('says what is wrong with --hours %s in the region "%s"', async (hours, region, message) => {
    const { exitCode, stderr } = await devops(['incident', '--hours', hours], { AWS_REGION: region });
    expect([exitCode, stderr.includes(message)]).toEqual([64, true]);
  });
});
