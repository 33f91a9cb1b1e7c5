import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FakeGitHub,
  type FakePullRequest,
  type FakeRepository,
  startFakeGitHub,
} from '../fakes/github/index.ts';
import { startFakeModel } from '../fakes/model/index.ts';
import { appPermissions } from '../server/start-product.ts';
import {
  buildAction,
  emptyWorkspace,
  type FakeJob,
  type JobRun,
  pullRequestJob,
  runAction,
} from './run-action.ts';

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  github = await startFakeGitHub({ permissions: appPermissions });
  entry = buildAction();
});
afterAll(() => github.close());

const log = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../diagnosis/fixtures/${name}.log`), 'utf8');
const typeError = log('tsc-assign');
/** The `permissions:` of the documentation. */
const documented = { actions: 'read', contents: 'read', pull_requests: 'write', metadata: 'read' };

type Opened = { readonly repository: FakeRepository; readonly pullRequest: FakePullRequest };
let count = 0;
function open(): Opened {
  const repository = github.state.repository({ name: `diagnose-${++count}` });
  repository.push('change', {
    'src/user.ts': "export type User = { id: number };\nexport const user: User = { id: '7' };\n",
  });
  return { repository, pullRequest: repository.openPullRequest({ head: 'change' }) };
}

type Jobs = Parameters<FakeRepository['addWorkflowRun']>[0]['jobs'];
const failed = (name: string, text: string) =>
  ({ name, conclusion: 'failure', log: text, steps: [{ name: 'Test', conclusion: 'failure' }] }) as const;
const running = (name: string) =>
  ({
    name,
    conclusion: null,
    log: '',
    runner: 'runner-7',
    steps: [{ name: 'Unit tests', conclusion: 'failure' }],
  }) as const;
const passed = (name: string) => ({ name, conclusion: 'success', log: 'fine\n' }) as const;

/** A step of a workflow that still runs. */
async function diagnose(
  { repository, pullRequest }: Opened,
  {
    jobs = [],
    path = '.github/workflows/ci.yml',
    ...more
  }: Partial<FakeJob> & { jobs?: Jobs; path?: string },
): Promise<JobRun> {
  const run = repository.addWorkflowRun({ path, headBranch: 'change', event: 'pull_request', jobs });
  return await runAction({
    entry,
    github,
    ...pullRequestJob(repository, pullRequest),
    event: {
      pull_request: {
        number: pullRequest.number,
        head: { sha: pullRequest.headSha },
        base: { ref: pullRequest.baseRef },
      },
    },
    permissions: documented,
    ...more,
    inputs: { agent: 'diagnose', ...more.inputs },
    variables: {
      GITHUB_RUN_ID: String(run.id),
      GITHUB_WORKFLOW: 'CI',
      GITHUB_JOB: 'test',
      RUNNER_NAME: 'runner-7',
    },
  });
}

const comments = ({ repository }: Opened): readonly string[] =>
  [...repository.comments.values()].map(({ body }) => body);

describe('a job that needs the failed ones', () => {
  it('reads their logs: annotations, summary, outputs and one comment; the job itself does not fail', async () => {
    const opened = open();
    const run = await diagnose(opened, {
      jobs: [failed('node 22', typeError), failed('node 24', typeError)],
    });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toMatch(/^::error title=TS2322,file=src\/user\.ts,line=2,endLine=2::/m);
    expect(run.summary).toContain('In `node 22`, step `Run npx tsc -p .`, and the same in `node 24`.');
    expect(run.outputs).toMatchObject({
      outcome: 'findings',
      category: 'type',
      findings: '1',
      'not-analysed': '0',
    });
    expect(JSON.parse(run.outputs['result'] ?? '')).toMatchObject({
      failures: [{ category: 'type', tool: 'tsc' }],
    });
    expect(comments(opened)).toHaveLength(1);
    expect(comments(opened)[0]).toContain('<!-- devops:answer:v1 ci -->\n## Why CI failed');
    expect(comments(opened)[0]).toContain('This change touches `src/user.ts:2:29`.');
    expect(comments(opened)[0]).not.toContain('/devops');
  });

  it('keeps one comment for all workflows, and takes it away when nothing is red any more', async () => {
    const opened = open();
    await diagnose(opened, { jobs: [failed('build', typeError)] });
    await diagnose(opened, {
      path: '.github/workflows/lint.yml',
      jobs: [failed('lint', log('eslint-stylish'))],
    });
    expect(comments(opened)).toHaveLength(1);
    expect(comments(opened)[0]).toMatch(/Lint error[^]*Type error/);
    await diagnose(opened, { path: '.github/workflows/lint.yml', jobs: [passed('lint')] });
    expect(comments(opened)[0]).not.toContain('Lint error');
    const { outputs } = await diagnose(opened, { jobs: [passed('build')] });
    expect(outputs['outcome']).toBe('passed');
    expect(comments(opened)).toEqual([]);
  });

  it('says that a failure is old when the workflow fails so on the base branch', async () => {
    const opened = open();
    opened.repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: 'main',
      conclusion: 'failure',
      jobs: [failed('build', typeError)],
    });
    const { stdout } = await diagnose(opened, { jobs: [failed('build', typeError)] });
    expect(comments(opened)[0]).toContain('## CI fails as it does on the base branch');
    expect(stdout).not.toContain('file=src/user.ts');
  });
});

describe('a step of the failing job itself', () => {
  it('reads what was captured, because GitHub has no log of a job that runs', async () => {
    const opened = open();
    const workspace = emptyWorkspace();
    writeFileSync(
      join(workspace, 'test.log'),
      typeError.replaceAll(/^\S+Z /gm, '').replaceAll(/^##\[.*\n/gm, ''),
    );
    const run = await diagnose(opened, {
      jobs: [running('test (22)')],
      workspace,
      inputs: { log: 'test.log' },
    });
    expect(run.outputs).toMatchObject({ outcome: 'findings', category: 'type', 'not-analysed': '0' });
    expect(run.summary).toContain('In `test (22)`, step `Unit tests`.');
  });

  it('says which step failed and what is missing when nothing was captured', async () => {
    const run = await diagnose(open(), { jobs: [running('test (22)')] });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'incomplete', findings: '0', 'not-analysed': '1' });
    expect(run.summary).toContain(
      'test (22) failed at "Unit tests"; GitHub gives its log when the job has ended.',
    );
  });

  it('never takes a run whose failure is not listed yet for green', async () => {
    const opened = open();
    await diagnose(opened, { jobs: [failed('build', typeError)], path: '.github/workflows/ci.yml' });
    const { outputs } = await diagnose(opened, { jobs: [] });
    expect(outputs['outcome']).toBe('incomplete');
    expect(comments(opened)).toHaveLength(1);
  });

  it('reads captured logs without `actions: read`, and names the line without them', async () => {
    const permissions = { contents: 'read', pull_requests: 'write', metadata: 'read' };
    const workspace = emptyWorkspace();
    writeFileSync(
      join(workspace, 'test.log'),
      "src/a.ts(1,2): error TS2322: Type 'string' is not assignable.\n",
    );
    const with_ = await diagnose(open(), {
      jobs: [running('test')],
      permissions,
      workspace,
      inputs: { log: 'test.log' },
    });
    expect(with_.outputs).toMatchObject({ outcome: 'findings', category: 'type', 'not-analysed': '1' });
    const without = await diagnose(open(), { jobs: [running('test')], permissions });
    expect([without.exitCode, without.outputs['outcome']]).toEqual([1, 'failed']);
    expect(without.stdout).toContain('add `actions: read` under `permissions:`');
  });

  it('reads nothing outside of the workspace, through a link either', async () => {
    const workspace = emptyWorkspace();
    symlinkSync('/proc/self/environ', join(workspace, 'test.log'));
    const run = await diagnose(open(), { jobs: [running('test')], workspace, inputs: { log: 'test.log' } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('outside of the workspace');
  });
});

describe('a workflow that another one’s end starts', () => {
  it('explains that one to the pull request it ran for', async () => {
    const { repository, pullRequest } = open();
    const run = repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: 'change',
      event: 'pull_request',
      conclusion: 'failure',
      jobs: [failed('build', typeError)],
    });
    const { outputs } = await runAction({
      entry,
      github,
      repository,
      eventName: 'workflow_run',
      event: {
        workflow_run: {
          id: run.id,
          name: 'CI',
          head_sha: run.headSha,
          event: 'pull_request',
          pull_requests: [],
        },
        repository: { default_branch: 'main' },
      },
      sha: repository.baseShaOf(pullRequest),
      permissions: documented,
      inputs: { agent: 'diagnose' },
      variables: { GITHUB_RUN_ID: '99' },
    });
    expect(outputs['outcome']).toBe('findings');
    expect(comments({ repository, pullRequest })).toHaveLength(1);
  });
});

describe('a model of the job', () => {
  it('explains the failure in the comment, and a failing one takes nothing away', async () => {
    const model = await startFakeModel();
    const inputs = { model: 'local', 'model-api-key': model.apiKey, 'model-base-url': model.baseUrl };
    model.answer = () =>
      JSON.stringify({
        explanation: 'The id is text @octocat.',
        evidence: "Type 'string' is not assignable",
        fix: null,
      });
    const opened = open();
    await diagnose(opened, { jobs: [failed('build', typeError)], inputs });
    expect(comments(opened)[0]).toContain('🤖 **Explanation** The id is text @&#8203;octocat.');
    model.answer = () => 'no JSON';
    const other = open();
    const { exitCode } = await diagnose(other, { jobs: [failed('build', typeError)], inputs });
    expect(exitCode).toBe(0);
    expect(comments(other)[0]).toMatch(/### Type error[^]*> <sub>The model/);
    await model.close();
  });
});

describe('what a log says', () => {
  it('gives no order to the runner, and shows no secret', async () => {
    const opened = open();
    const token = `${['gh', 'p_'].join('')}a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T`;
    const text = `##[group]Run node a.js\n##[endgroup]\nError: boom ${token} @octocat closes #1\n::set-output name=outcome::passed\n::stop-commands::x\n##[error]Process completed with exit code 1.\n`;
    const run = await diagnose(opened, { jobs: [failed('build\n::error::x', text)] });
    const everywhere = [run.stdout, run.summary, run.outputs['result'], ...comments(opened)].join('\n');
    expect(everywhere).not.toContain(token.slice(8, 20));
    expect(run.stdout).not.toMatch(/^::(?!error |warning |notice |add-mask|debug)/m);
    expect(run.outputs['outcome']).toBe('findings');
    expect((comments(opened)[0] ?? '').replaceAll(/(`{3,})[^]*?\1/g, '')).not.toMatch(/@octocat|#1\b/);
  });
});
