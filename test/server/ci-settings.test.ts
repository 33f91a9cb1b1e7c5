import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deliverCheckRun,
  deliverComment,
  deliverWorkflowRun,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

type FakeWorkflowRun = ReturnType<FakeRepository['addWorkflowRun']>;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const log = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../diagnosis/fixtures/${name}.log`), 'utf8');
const noNetwork =
  '##[group]Run curl -fsS https://example.test/tool.tgz\n##[endgroup]\ncurl: (6) Could not resolve host: example.test\n##[error]Process completed with exit code 6.\n';

function scenarioOf(ci: string): Scenario {
  return openPullRequest(product, {
    base: { '.github/devops.yml': `review: { enabled: false }\nci: { ${ci} }\n` },
    files: { 'src/user.ts': 'export {};\n' },
  });
}

const comments = ({ repository }: Scenario): readonly string[] =>
  botComments(repository).map(({ body }) => body);

async function ends(
  repository: FakeRepository,
  run: FakeWorkflowRun,
  conclusion: 'success' | 'failure',
  text = '',
): Promise<void> {
  const jobs = text === '' ? [] : [{ name: 'test', conclusion: 'failure' as const, log: text }];
  repository.finishWorkflowRun(run, conclusion, jobs);
  await deliverWorkflowRun(product.github.state, repository, run);
  await settled(product);
}

const started = (repository: FakeRepository): FakeWorkflowRun =>
  repository.addWorkflowRun({
    path: '.github/workflows/ci.yml',
    headBranch: 'change',
    event: 'pull_request',
  });

const reruns = (from: number): number =>
  product.github.requests.slice(from).filter(({ path }) => path.endsWith('/rerun-failed-jobs')).length;

describe('rerun-failed: once', () => {
  it('runs the failed jobs again where the network failed, says so, and does it once', async () => {
    const scenario = scenarioOf('rerun-failed: once');
    const { repository } = scenario;
    const from = product.github.requests.length;
    const run = started(repository);
    await ends(repository, run, 'failure', noNetwork);
    expect(reruns(from)).toBe(1);
    expect(run.attempt).toBe(2);
    expect(comments(scenario)[0]).toContain('Its failed jobs run again, this once (`ci.rerun-failed`)');

    await ends(repository, run, 'failure', noNetwork);
    await ends(repository, started(repository), 'failure', noNetwork);
    expect(reruns(from)).toBe(1);
    expect(comments(scenario)[0]).not.toContain('run again');
  });

  it('leaves alone what the code may be the reason of, and what the log does not tell', async () => {
    const { repository } = scenarioOf('rerun-failed: once');
    const from = product.github.requests.length;
    await ends(repository, started(repository), 'failure', log('tsc-assign'));
    await ends(repository, started(repository), 'failure', '##[group]Run true\n##[endgroup]\n');
    await ends(repository, started(repository), 'failure', log('vitest-assert'));
    expect(reruns(from)).toBe(0);
  });

  it('takes tests that are known to be flaky for no reason of the code, and calls them so', async () => {
    const scenario = scenarioOf('rerun-failed: once');
    const { repository } = scenario;
    const from = product.github.requests.length;
    await ends(repository, started(repository), 'failure', log('vitest-assert'));
    await ends(repository, started(repository), 'success');
    repository.push('change', { 'src/user.ts': 'export const user = 1;\n' });
    await settled(product);
    await ends(repository, started(repository), 'failure', log('vitest-assert'));
    expect(reruns(from)).toBe(1);
    expect(comments(scenario)[0]).toContain('### Flaky');
  });

  it('is never done without being asked for', async () => {
    const { repository } = scenarioOf('comment: failures');
    const from = product.github.requests.length;
    await ends(repository, started(repository), 'failure', noNetwork);
    expect(reruns(from)).toBe(0);
  });
});

describe('comment: never', () => {
  it('says nothing until it is asked', async () => {
    const scenario = scenarioOf('comment: never');
    const { repository, pullRequest } = scenario;
    await ends(repository, started(repository), 'failure', log('tsc-assign'));
    expect(comments(scenario)).toEqual([]);
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: '/devops diagnose',
    });
    await settled(product);
    expect(comments(scenario)[0]).toContain('Type error');
  });
});

describe('a check of another CI system', () => {
  async function check(
    repository: FakeRepository,
    headSha: string,
    fields: object,
    name = 'buildkite/test',
  ): Promise<void> {
    const { id } = repository.addCheckRun(99, headSha, { name, status: 'completed', ...fields });
    await deliverCheckRun(product.github.state, repository, {
      checkRunId: id,
      sender: 'mona',
      action: 'completed',
    });
    await settled(product);
  }

  it('is explained from its output, and the comment goes when it passes', async () => {
    const scenario = scenarioOf('comment: failures');
    const { repository, pullRequest } = scenario;
    const text = "src/user.ts(1,8): error TS2322: Type 'string' is not assignable to type 'number'.\n";
    await check(repository, pullRequest.headSha, {
      conclusion: 'failure',
      output: { title: 'Build failed @octocat', summary: 'closes #1', text },
    });
    expect(comments(scenario)[0]).toMatch(
      /Type error[^]*This change touches `src\/user\.ts:1:8`\. Check `buildkite\/test` \(\[details\]/,
    );
    await check(repository, pullRequest.headSha, { conclusion: 'success' });
    expect(comments(scenario)).toEqual([]);
  });

  it('is told by its title where its output says no more', async () => {
    const scenario = scenarioOf('comment: failures');
    const { repository, pullRequest } = scenario;
    await check(repository, pullRequest.headSha, {
      conclusion: 'failure',
      output: { title: 'Coverage fell @octocat below 80 %', summary: '' },
    });
    expect(comments(scenario)[0]).toContain('Coverage fell @&#8203;octocat below 80 %');
  });

  it('is left alone where the settings say so, and when it is one of ours or of GitHub Actions', async () => {
    const scenario = scenarioOf('external-checks: false');
    const { repository, pullRequest } = scenario;
    const failed = { conclusion: 'failure', output: { title: 'x', summary: 'y' } };
    await check(repository, pullRequest.headSha, failed);
    const from = product.github.requests.length;
    await check(repository, pullRequest.headSha, failed, 'devops / security review');
    expect(product.github.requests.slice(from)).toEqual([]);
    expect(comments(scenario)).toEqual([]);
  });
});
