import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import {
  buildAction,
  emptyWorkspace,
  type FakeJob,
  type JobRun,
  pullRequestJob,
  runAction,
} from './run-action.ts';

const dangerousWorkflow = `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: echo \${{ github.event.pull_request.title }}
`;
const clean = { 'src/add.ts': 'export const add = (a: number, b: number) => a + b;\n' };
const dangerous = { '.github/workflows/build.yml': dangerousWorkflow };
const readOnly = { contents: 'read', pull_requests: 'read', metadata: 'read' };

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  entry = buildAction();
  github = await startFakeGitHub({ permissions: appPermissions });
});
afterAll(() => github.close());

let count = 0;
type Change = Parameters<FakeRepository['push']>[1];
function open(files: Change, options: Partial<Parameters<FakeRepository['openPullRequest']>[0]> = {}) {
  const repository = github.state.repository({ name: `job-${++count}` });
  repository.push('change', files);
  return { repository, pullRequest: repository.openPullRequest({ head: 'change', ...options }) };
}

async function review(
  { repository, pullRequest }: ReturnType<typeof open>,
  job: Partial<FakeJob> = {},
): Promise<JobRun> {
  return await runAction({ entry, github, ...pullRequestJob(repository, pullRequest), ...job });
}

describe('a pull request of the repository itself', () => {
  it('is reviewed without a checkout: annotations, comment, summary, SARIF file, outputs, exit code', async () => {
    const opened = open(dangerous);
    const run = await review(opened);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(
      /^::error title=[^,]*template-injection,file=\.github\/workflows\/build\.yml,line=7,endLine=7,/m,
    );
    expect(run.summary).toContain('template-injection');
    expect(run.outputs).toMatchObject({
      outcome: 'findings',
      'sarif-file': 'devops.sarif',
      'not-analysed': '0',
      'cost-usd': '',
    });
    expect(Number(run.outputs['findings'])).toBeGreaterThan(0);
    const sarif = JSON.parse(readFileSync(join(run.workspace, 'devops.sarif'), 'utf8')) as {
      version: string;
    };
    expect(sarif.version).toBe('2.1.0');
    const comments = [...opened.repository.comments.values()];
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({
      author: 'github-actions[bot]',
      body: expect.stringContaining('template-injection'),
    });
    expect(comments[0]?.body).not.toContain('/devops');
  });

  it('passes silently when it is clean', async () => {
    const opened = open(clean);
    const run = await review(opened);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'passed', findings: '0' });
    expect(opened.repository.comments.size).toBe(0);
    expect(run.stdout).not.toMatch(/^::(error|warning|notice)/m);
  });
});

describe('a fork with its read-only token', () => {
  it('gets annotations, summary and SARIF file, and a note instead of the comment', async () => {
    const opened = open(dangerous, { fork: true });
    const run = await review(opened, { permissions: readOnly });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^::error title=.*template-injection/m);
    expect(run.summary).toContain('`pull-requests: write`');
    expect(existsSync(join(run.workspace, 'devops.sarif'))).toBe(true);
    expect(opened.repository.comments.size).toBe(0);
  });
});

describe('the comment', () => {
  it('is edited in place, and counts what was fixed', async () => {
    const opened = open({ ...dangerous });
    await review(opened);
    opened.repository.push('change', { '.github/workflows/build.yml': null, ...clean });
    const run = await review(opened);
    expect(run.outputs).toMatchObject({ outcome: 'passed' });
    expect(Number(run.outputs['fixed'])).toBeGreaterThan(0);
    const comments = [...opened.repository.comments.values()];
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('fixed since the last review');
  });

  it.each([
    ['false', readOnly, 0, /^(?!.*No comment was written)/s],
    [
      'auto',
      readOnly,
      0,
      /^::notice title=Security review::No comment was written\..*`pull-requests: write`/m,
    ],
    [
      'true',
      readOnly,
      1,
      /^::error title=Security review::No comment was written\..*`pull-requests: write`/m,
    ],
  ])('with `comment: %s` and a token that may not', async (comment, permissions, exitCode, told) => {
    const opened = open(dangerous);
    const run = await review(opened, { permissions, inputs: { comment, 'fail-on': 'never' } });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toMatch(told);
    expect(opened.repository.comments.size).toBe(0);
  });
});

describe('a missing permission', () => {
  it.each([
    ['contents: read', { pull_requests: 'write', metadata: 'read' }],
    ['pull-requests: read', { contents: 'read', metadata: 'read' }],
  ])('is told by its line %s', async (line, permissions) => {
    const run = await review(open(dangerous), { permissions });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(new RegExp(`^::error title=Security review::.*add \`${line}\` under`, 'm'));
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'sarif-file': '' });
    expect(run.summary).toContain(line);
  });
});

describe('the outcome', () => {
  it.each([
    ['high', 1],
    ['never', 0],
  ])('with `fail-on: %s` exits with %i', async (failOn, exitCode) => {
    const run = await review(open(dangerous), { inputs: { 'fail-on': failOn } });
    expect(run.exitCode).toBe(exitCode);
    expect(run.outputs['outcome']).toBe('findings');
  });

  it.each([
    ['true', 1],
    ['false', 0],
  ])('of an unread file with `fail-on-incomplete: %s` exits with %i', async (failOnIncomplete, exitCode) => {
    const opened = open({ 'big.ts': `// ${'x'.repeat(1_100_000)}\n` });
    const run = await review(opened, { inputs: { 'fail-on-incomplete': failOnIncomplete } });
    expect(run.exitCode).toBe(exitCode);
    expect(run.outputs).toMatchObject({ outcome: 'incomplete', 'not-analysed': '1' });
    expect(run.summary).toContain('big.ts');
  });

  it.each([
    ['a draft', { draft: true }, 'Drafts'],
    ['a bot’s pull request', { author: 'dependabot[bot]' }, 'bot'],
  ])('of %s is refused, never passed', async (_name, options, reason) => {
    const run = await review(open(dangerous, options));
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'refused', findings: '0' });
    expect(run.stdout).toMatch(new RegExp(`^::notice title=Security review::Not reviewed: .*${reason}`, 'm'));
    expect(run.summary).toContain(reason);
  });

  it('says that the head moved on since the event', async () => {
    const { repository, pullRequest } = open(clean);
    const old = pullRequestJob(repository, pullRequest);
    repository.push('change', { 'src/more.ts': 'export {};\n' });
    const run = await runAction({ entry, github, ...old });
    expect(run.stdout).toMatch(/^::warning .*moved on since this job's event/m);
    expect(run.summary).toContain(pullRequest.headSha.slice(0, 7));
  });

  it('is failed when GitHub does not answer, after trying again', async () => {
    github.faults.push({ operation: 'POST /graphql', times: 3, kind: 'error' });
    const run = await review(open(clean));
    expect(run.exitCode).toBe(1);
    expect(run.outputs['outcome']).toBe('failed');
    expect(run.stdout).toContain('GitHub answered 502 (snapshot).');
  });

  it('survives one failure of GitHub', async () => {
    github.faults.push({ operation: 'POST /graphql', times: 1, kind: 'error' });
    expect((await review(open(clean))).outputs['outcome']).toBe('passed');
  });
});

describe('annotations', () => {
  it('keep to what GitHub shows of each level, and a path or a text cannot forge a command', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`.github/workflows/a,b:${index}%0A.yml`, dangerousWorkflow]),
    );
    const run = await review(open(files), { inputs: { comment: 'false' } });
    const errors = run.stdout.split('\n').filter(line => line.startsWith('::error'));
    expect(errors.length).toBeLessThanOrEqual(10);
    expect(run.stdout).toMatch(/^::error title=Security review::\d+ more findings: see the job summary\.$/m);
    expect(run.stdout).toContain('file=.github/workflows/a%2Cb%3A');
    expect(run.stdout).toContain('%250A.yml');
  });
});

describe('the SARIF file', () => {
  it.each([['../outside.sarif'], ['/tmp/outside.sarif'], ['link/outside.sarif'], ['link.sarif']])(
    'is not written to %s',
    async path => {
      const workspace = emptyWorkspace();
      symlinkSync(tmpdir(), join(workspace, 'link'));
      symlinkSync(join(workspace, 'elsewhere'), join(workspace, 'link.sarif'));
      const run = await review(open(clean), { workspace, inputs: { 'sarif-file': path } });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toMatch(/^::error title=Security review::input `sarif-file`/m);
      expect(run.outputs['sarif-file']).toBe('');
      expect(existsSync(join(workspace, 'elsewhere'))).toBe(false);
      expect(existsSync(join(tmpdir(), 'outside.sarif'))).toBe(false);
    },
  );

  it('goes into a folder that it makes', async () => {
    const run = await review(open(clean), { inputs: { 'sarif-file': 'out/deep/devops.sarif' } });
    expect(run.outputs['sarif-file']).toBe('out/deep/devops.sarif');
    expect(existsSync(join(run.workspace, 'out/deep/devops.sarif'))).toBe(true);
  });

  it.each([
    ['true', true, 1, 0],
    ['true', false, 0, 1],
    ['auto', false, 0, 0],
  ])('is uploaded with `upload-sarif: %s`, code scanning on: %s', async (upload, on, uploads, exitCode) => {
    const opened = open(clean);
    opened.repository.codeScanning = on;
    const permissions = { ...readOnly, security_events: 'write' };
    const run = await review(opened, { permissions, inputs: { 'upload-sarif': upload } });
    expect(run.exitCode).toBe(exitCode);
    expect(opened.repository.sarifs).toHaveLength(uploads);
  });

  it('of another scanner is reported along, on the changed lines only', async () => {
    const workspace = emptyWorkspace();
    const result = (startLine: number) => ({
      ruleId: 'other-rule',
      level: 'error',
      message: { text: `Found on line ${startLine}.` },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/add.ts' }, region: { startLine } } }],
    });
    const log = {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Other' } }, results: [result(1), result(9)] }],
    };
    writeFileSync(join(workspace, 'other.sarif'), JSON.stringify(log));
    const opened = open({ 'src/add.ts': 'export const one = 1;\n' });
    const run = await review(opened, { workspace, inputs: { 'sarif-in': 'other.sarif\n' } });
    expect(run.outputs).toMatchObject({ outcome: 'findings', findings: run.outputs['high'] });
    expect(run.stdout).toContain('Found on line 1.');
    const missing = await review(opened, { inputs: { 'sarif-in': 'missing.sarif' } });
    expect(missing.outputs['outcome']).toBe('incomplete');
  });
});

describe('inputs', () => {
  it('that name no agent are answered with those there are', async () => {
    const run = await review(open(clean), { inputs: { agent: 'deploy' } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^::error .*There is no agent "deploy" .*Known: .*security/m);
    expect(run.outputs).toMatchObject({ outcome: 'failed' });
  });

  it.each([
    ['fail-on', 'severe'],
    ['comment', 'maybe'],
    ['model-base-url', 'file:///etc/passwd'],
  ])('that are wrong are named: %s', async (name, value) => {
    const run = await review(open(clean), { inputs: { [name]: value } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(new RegExp(`^::error title=Security review::input \`${name}\``, 'm'));
    expect(run.outputs).toEqual({ outcome: 'failed' });
  });

  it('that are secrets are masked before anything else is written', async () => {
    const key = ['sk', 'test', 'not-a-key-0123456789'].join('-');
    const run = await review(open(clean), { inputs: { 'model-api-key': key } });
    const [first = '', second = ''] = run.stdout.split('\n');
    expect(first).toMatch(/^::add-mask::ghs_/);
    expect(second).toBe(`::add-mask::${key}`);
    expect(run.stdout.split(key)).toHaveLength(2);
    expect(run.summary).not.toContain(key);
  });
});

it('asks GitHub for nothing that its own API description does not have', () => {
  expect(github.violations).toEqual([]);
});
