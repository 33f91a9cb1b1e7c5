import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment, deliverWorkflowRun, type FakeRepository } from '../fakes/github/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const log = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../diagnosis/fixtures/${name}.log`), 'utf8');

const typeError = log('tsc-assign');

/** A pull request that changes the line that `tsc-assign` complains about. */
function scenarioOf(): Scenario {
  return openPullRequest(product, {
    files: { 'src/user.ts': "export type User = { id: number };\nexport const user: User = { id: '7' };\n" },
  });
}

/** Ends a workflow and waits for what the App makes of it. */
async function workflow(
  repository: FakeRepository,
  end: {
    readonly headBranch?: string;
    readonly headSha?: string;
    readonly event?: string;
    readonly conclusion?: 'success' | 'failure';
    readonly path?: string;
    readonly jobs?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { headBranch = 'change', event = 'pull_request', conclusion = 'failure', jobs = {} } = end;
  const run = repository.addWorkflowRun({
    path: end.path ?? '.github/workflows/ci.yml',
    headBranch,
    ...(end.headSha === undefined ? {} : { headSha: end.headSha }),
    event,
    conclusion,
    jobs: Object.entries(jobs).map(([name, text]) => ({ name, conclusion: 'failure', steps: [], log: text })),
  });
  await deliverWorkflowRun(product.github.state, repository, run);
  await settled(product);
}

const comments = ({ repository }: Scenario): readonly string[] =>
  botComments(repository).map(({ body }) => body);

describe('a workflow that failed on a pull request', () => {
  it('is explained in one comment, with annotations, and the comment goes when it is green again', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await workflow(repository, { jobs: { 'node 22': typeError, 'node 24': typeError } });
    const [body = '', ...others] = comments(scenario);
    expect(others).toEqual([]);
    expect(body).toContain('## Why CI failed');
    expect(body).toContain('In `node 22`, step `Run npx tsc -p .`, and the same in `node 24`.');
    expect(body).toContain('This change touches `src/user.ts:2:29`.');
    const [check] = [...repository.checkRuns.values()];
    expect(check?.fields).toMatchObject({ name: 'devops / why CI failed', conclusion: 'neutral' });
    expect(check?.annotations.map(({ path, start_line: line }) => `${path}:${line}`)).toContain(
      'src/user.ts:2',
    );

    await workflow(repository, { path: '.github/workflows/lint.yml', jobs: { lint: log('eslint-stylish') } });
    expect(comments(scenario)).toHaveLength(1);
    expect(comments(scenario)[0]).toContain('Lint error');
    await workflow(repository, { path: '.github/workflows/lint.yml', conclusion: 'success' });
    expect(comments(scenario)[0]).not.toContain('Lint error');
    await workflow(repository, { conclusion: 'success' });
    expect(comments(scenario)).toEqual([]);
  });

  it('costs no call and says nothing when it is green', async () => {
    const scenario = scenarioOf();
    const from = product.github.requests.length;
    await workflow(scenario.repository, { conclusion: 'success' });
    expect(product.github.requests.slice(from)).toEqual([]);
    expect(comments(scenario)).toEqual([]);
  });

  it('is said to be old when the default branch fails in the same way', async () => {
    const scenario = scenarioOf();
    await workflow(scenario.repository, { headBranch: 'main', event: 'push', jobs: { build: typeError } });
    expect(comments(scenario)).toEqual([]);
    await workflow(scenario.repository, { jobs: { build: typeError } });
    expect(comments(scenario)[0]).toContain('## CI fails as it does on the base branch');
  });

  it('is found for a fork, whose runs name no pull request', async () => {
    const scenario = openPullRequest(product, { files: { 'src/user.ts': 'export {};\n' }, fork: true });
    const { headSha } = scenario.pullRequest;
    await workflow(scenario.repository, { headSha, jobs: { build: typeError } });
    expect(comments(scenario)).toHaveLength(1);
    await workflow(scenario.repository, { headSha, conclusion: 'success' });
    expect(comments(scenario)).toEqual([]);
  });

  it('is incomplete, not silent, when its log is gone or tells nothing', async () => {
    const scenario = scenarioOf();
    await workflow(scenario.repository, { jobs: { build: '##[group]Run true\n##[endgroup]\n' } });
    expect(comments(scenario)[0]).toContain('does not say why it failed');
  });

  it('keeps orders and secrets of a log out of the comment', async () => {
    const scenario = scenarioOf();
    const token = `${['gh', 'p_'].join('')}a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T`;
    const text = `##[group]Run node a.js\n##[endgroup]\nError: /devops deploy production @octocat closes #1 ${token}\n##[error]Process completed with exit code 1.\n`;
    await workflow(scenario.repository, { jobs: { build: text } });
    const [body = ''] = comments(scenario);
    expect(body).toContain('Error');
    expect(body).not.toContain(token.slice(8, 20));
    expect(body.replaceAll(/(`{3,})[^]*?\1/g, '')).not.toMatch(/@octocat|#1\b/);
    expect(scenario.repository.deployments).toEqual([]);
  });
});

describe('a test that fails and passes on one commit', () => {
  it('is remembered and listed with its rate', async () => {
    const scenario = scenarioOf();
    const { repository, pullRequest } = scenario;
    await workflow(repository, { jobs: { test: log('vitest-assert') } });
    await workflow(repository, { conclusion: 'success' });
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: '/devops flaky',
    });
    await settled(product);
    expect(comments(scenario)[0]).toMatch(/\| `gross > adds the tax` \| .* \| 1 \| 50\.0 % \|/);
  });
});

describe('/devops diagnose', () => {
  it('looks at the failed workflows of the head', async () => {
    const scenario = scenarioOf();
    const { repository, pullRequest } = scenario;
    repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: 'change',
      event: 'pull_request',
      conclusion: 'failure',
      jobs: [{ name: 'build', conclusion: 'failure', steps: [], log: typeError }],
    });
    const ask = async (): Promise<void> => {
      await deliverComment(product.github.state, repository, {
        issue: pullRequest.number,
        author: 'mona',
        body: '/devops diagnose',
      });
      await settled(product);
    };
    await ask();
    expect(comments(scenario)).toHaveLength(1);
    expect(comments(scenario)[0]).toContain('Type error');
  });

  it('says so when nothing failed', async () => {
    const scenario = scenarioOf();
    await deliverComment(product.github.state, scenario.repository, {
      issue: scenario.pullRequest.number,
      author: 'mona',
      body: '/devops diagnose',
    });
    await settled(product);
    expect(comments(scenario)[0]).toMatch(/No workflow of [0-9a-f]{7} failed/);
  });
});
