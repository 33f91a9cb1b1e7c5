import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditReportSchema } from '../../src/contracts/audit.ts';
import { createFakeAccount } from '../fakes/aws/fake-account.ts';
import { createFakeAws, type FakeAws } from '../fakes/aws/fake-aws.ts';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, emptyWorkspace, type JobRun, runAction } from './run-action.ts';

let github: FakeGitHub;
let entry: string;
let aws: FakeAws;
let endpoint: { readonly url: string; readonly server: Server };

beforeAll(async () => {
  github = await startFakeGitHub({ permissions: appPermissions });
  entry = buildAction();
  const regions = ['eu-central-1', 'eu-west-1'];
  aws = createFakeAws({
    ...createFakeAccount({ regions, instances: 2, buckets: 0, users: 3 }),
    'ec2:DescribeInstanceStatus': () => ({}),
    'monitoring:DescribeAlarms': ({ region }) => ({
      MetricAlarms: [{ AlarmName: 'checkout', StateValue: region === 'eu-west-1' ? 'ALARM' : 'OK' }],
    }),
    'monitoring:ListMetrics': () => ({ Metrics: [] }),
    'monitoring:GetMetricData': () => ({ MetricDataResults: [] }),
    'ecs:ListClusters': () => ({ clusterArns: [] }),
    'lambda:GET /2015-03-31/functions': () => ({ Functions: [] }),
    'ec2:DescribeVolumes': () => ({
      volumeSet: { item: { volumeId: 'vol-1', status: 'available', size: 100, volumeType: 'gp3' } },
    }),
    'ec2:DescribeSnapshots': () => ({}),
    'ec2:DescribeImages': () => ({}),
    'ec2:DescribeAddresses': () => ({}),
    'logs:DescribeLogGroups': () => ({ logGroups: [] }),
  });
  endpoint = await aws.listen();
});
afterAll(async () => {
  endpoint.server.close();
  await github.close();
});
beforeEach(() => {
  aws.faults.length = 0;
});

let count = 0;

/** A scheduled job after the step that configures AWS's credentials. */
async function job(
  inputs: Readonly<Record<string, string>>,
  options: {
    readonly config?: string;
    readonly workspace?: string;
    readonly variables?: Readonly<Record<string, string>>;
  } = {},
): Promise<JobRun> {
  const repository = github.state.repository({
    name: `estate-${++count}`,
    files: { '.github/devops.yml': options.config ?? 'version: 1\n' },
  });
  return await runAction({
    entry,
    github,
    repository,
    eventName: 'schedule',
    event: {},
    sha: repository.git.resolve('refs/heads/main') ?? '',
    permissions: { contents: 'read', metadata: 'read' },
    inputs,
    ...(options.workspace !== undefined && { workspace: options.workspace }),
    variables: options.variables ?? {
      AWS_ENDPOINT_URL: endpoint.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'session',
    },
  });
}

const denied = { times: 100, kind: 'refuse', code: 'AccessDenied', status: 403 } as const;

describe('`agent: audit`', () => {
  it('passes only what was looked at and holds', async () => {
    const run = await job({ agent: 'audit', controls: '1.3' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'passed', findings: '0', 'not-analysed': '0' });
    expect(run.stdout).toContain('AWS audit: 0 controls of 1 fail');
    expect(run.summary).toContain('Looked at 1 of 63 controls');
  });

  it('tells what fails in the summary, the outputs and every file', async () => {
    const files = ['audit/aws.html', 'audit/aws.json', 'audit/aws.ocsf.json', 'audit/aws.md'];
    const run = await job({ agent: 'audit', controls: '1.3, 5.7\n1.7', 'report-file': files.join('\n') });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'findings', findings: '2', high: '1', critical: '0' });
    expect(JSON.parse(run.outputs['result'] ?? '')).toMatchObject({
      FAIL: 2,
      PASS: 1,
      failing: ['1.7', '5.7'],
    });
    expect(run.summary).toContain('### AWS audit: 2 of 3 controls fail');
    const read = (file: string): string => readFileSync(join(run.workspace, file), 'utf8');
    expect(files.map(file => existsSync(join(run.workspace, file)))).toEqual([true, true, true, true]);
    expect(auditReportSchema.parse(JSON.parse(read('audit/aws.json'))).regions.scanned).toHaveLength(2);
    expect(JSON.parse(read('devops.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('audit/aws.html')).toContain('<!doctype html>');
  });

  it.each([
    ['what was denied', 'iam:GetAccountSummary', { controls: '1.3' }],
    ['regions that were left out', 'none', { controls: '5.7', regions: 'eu-west-1', 'fail-on': 'never' }],
  ])('is never green over %s', async (_name, action, inputs) => {
    aws.faults.push({ ...denied, action });
    const run = await job({ agent: 'audit', ...inputs });
    expect(run.exitCode).toBe(1);
    expect(run.outputs['outcome']).not.toBe('passed');
  });

  it('lets gaps pass where the job says so, and calls them incomplete', async () => {
    aws.faults.push({ ...denied, action: 'iam:GetAccountSummary' });
    const run = await job({ agent: 'audit', controls: '1.3', 'fail-on-incomplete': 'false' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'incomplete', 'not-analysed': '1' });
  });

  it('tells what changed since the audit that it is given', async () => {
    const inputs = { agent: 'audit', controls: '1.3 1.7', baseline: 'last.json', 'report-file': 'last.json' };
    const workspace = emptyWorkspace();
    expect((await job(inputs, { workspace })).stdout).toContain('no earlier audit yet');
    const again = await job(inputs, { workspace });
    expect(again.stdout).not.toContain('no earlier audit yet');
    expect(again.summary).toContain('0 new failures, 0 fixed, 0 gone, 0 unknown, 1 as before');
    writeFileSync(join(workspace, 'last.json'), '{}');
    expect((await job(inputs, { workspace })).stdout).toContain('input `baseline`');
  });

  it.each([
    ['credentials', {}, {}, 'aws-actions/configure-aws-credentials'],
    ['a control that exists', { controls: '9.9' }, undefined, 'there is no control "9.9"'],
    ['regions', { regions: 'Frankfurt' }, undefined, 'must be regions such as eu-central-1'],
    ['an ending that it knows', { 'report-file': 'a.pdf' }, undefined, '.json, .md, .html or .ocsf.json'],
  ])('ends with one error without %s', async (_name, inputs, variables, message) => {
    const offline = { AWS_EC2_METADATA_DISABLED: 'true', AWS_REGION: 'eu-central-1' };
    const run = await job({ agent: 'audit', ...inputs }, variables && { variables: offline });
    expect(run.exitCode).toBe(1);
    expect(run.outputs['outcome']).toBe('failed');
    expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(run.stdout).toContain(message);
  });
});

describe('`agent: health`', () => {
  it('fails for what is critical, in the regions that the configuration names', async () => {
    const config = 'version: 1\naws:\n  regions: [eu-west-1]\n';
    const run = await job({ agent: 'health', 'report-file': 'health.json' }, { config });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'findings', critical: '1' });
    expect(run.summary).toContain('checkout');
    expect(JSON.parse(readFileSync(join(run.workspace, 'health.json'), 'utf8'))).toMatchObject({
      regions: ['eu-west-1'],
    });
  });

  it('is incomplete where something is not known', async () => {
    aws.faults.push({ ...denied, action: 'monitoring:DescribeAlarms' });
    const run = await job({ agent: 'health' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'incomplete', findings: '0' });
  });
});

describe('`agent: cost`', () => {
  it('tells what could be saved, and fails only where the job asks for it', async () => {
    const run = await job({ agent: 'cost', 'fail-on-incomplete': 'false' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['outcome']).toBe('findings');
    expect(run.summary).toContain('vol-1');
    const strict = await job({ agent: 'cost', 'fail-on-incomplete': 'false', 'fail-on': 'low' });
    expect(strict.exitCode).toBe(1);
  });
});
