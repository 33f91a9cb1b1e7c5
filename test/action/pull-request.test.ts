import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, type FakeJob, type JobRun, pullRequestJob, runAction } from './run-action.ts';

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

it('asks GitHub for nothing that its own API description does not have', () => {
  expect(github.violations).toEqual([]);
});
