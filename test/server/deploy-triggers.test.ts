import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeCheckRun } from '../fakes/github/fake-repository.ts';
import { deliverCheckSuite, deliverPullRequest } from '../fakes/github/index.ts';
import { dispatched, finish, openDeployable, quiet, statesOf } from './deploy-scenario.ts';
import type { Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const policyWith = (triggers: string): string => `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: all, no-checks: refuse, outdated: allow, protection-rules: false }
  on: [${triggers}]
`;

/** A check of somebody else's App. */
function addCheck({ repository }: Scenario, headSha: string, name: string): FakeCheckRun {
  return repository.addCheckRun(99, headSha, { name, status: 'in_progress' });
}

/** The check ends; GitHub tells of the suite. */
async function pass({ repository }: Scenario, check: FakeCheckRun): Promise<void> {
  check.fields = { ...check.fields, status: 'completed', conclusion: 'success' };
  check.completedAt = new Date().toISOString();
  await deliverCheckSuite(product.github.state, repository, {
    headSha: check.headSha,
    sender: 'mona',
    action: 'completed',
  });
}

/** Merges as a person would; gives the commit on the default branch. */
async function merge({ repository, pullRequest }: Scenario): Promise<string> {
  const { github } = product;
  const url = `${github.apiUrl}/repos/${repository.fullName}/pulls/${pullRequest.number}/merge`;
  const headers = { authorization: `Bearer ${github.state.userToken('mona')}` };
  const answer = await fetch(url, { method: 'PUT', headers, body: '{}' });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly sha: string }).sha;
}

describe('a merge', () => {
  it('is deployed when its own checks have ended, once', async () => {
    const scenario = await openDeployable(product, {
      policy: policyWith('{ event: merge, environment: staging }'),
    });
    const { repository, pullRequest } = scenario;
    const sha = await merge(scenario);
    const check = addCheck(scenario, sha, 'build');
    await deliverPullRequest(product.github.state, repository, pullRequest, 'closed');
    await deliverPullRequest(product.github.state, repository, pullRequest, 'closed');
    await quiet(product);
    expect(repository.deployments).toEqual([]);
    await pass(scenario, check);
    const run = await dispatched(scenario);
    expect(run.inputs).toMatchObject({ sha, environment: 'staging' });
    await finish(product, scenario, run);
    await waitFor(() => statesOf(repository.deployments[0]).includes('success'), 'a success');
    await quiet(product);
    expect(repository.deployments).toHaveLength(1);
    expect(repository.deployments[0]).toMatchObject({ sha, payload: { cause: 'merge', actor: 'lena' } });
  });

  it('into another branch, without the label or without a trigger is not', async () => {
    for (const triggers of [
      '',
      '{ event: merge, environment: staging, branches: [release] }',
      '{ event: merge, environment: staging, labels: [ship] }',
      '{ event: checks-green, environment: staging }',
    ]) {
      const scenario = await openDeployable(product, { policy: policyWith(triggers) });
      addCheck(scenario, await merge(scenario), 'build').fields = {
        name: 'build',
        status: 'completed',
        conclusion: 'success',
      };
      await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'closed');
      await quiet(product);
      expect(scenario.repository.deployments).toEqual([]);
      expect(scenario.repository.comments.size).toBe(0);
    }
  });
});

describe('green checks', () => {
  it('deploy the pull request when the last of them has ended, once, and until then say nothing', async () => {
    const scenario = await openDeployable(product, {
      policy: policyWith('{ event: checks-green, environment: staging, labels: [preview] }'),
    });
    const { repository, pullRequest } = scenario;
    const checks = ['build', 'test'].map(name => addCheck(scenario, pullRequest.headSha, name));
    const [build, test] = checks;
    if (build === undefined || test === undefined) return;
    await pass(scenario, build);
    await quiet(product);
    await pass(scenario, test);
    await quiet(product);
    // Without its label.
    expect(repository.deployments).toEqual([]);
    pullRequest.labels.push('preview');
    await Promise.all([pass(scenario, test), pass(scenario, build)]);
    const run = await dispatched(scenario);
    expect(run.inputs).toMatchObject({ sha: pullRequest.headSha });
    await finish(product, scenario, run);
    await waitFor(() => statesOf(repository.deployments[0]).includes('success'), 'a success');
    await quiet(product);
    expect(repository.deployments).toHaveLength(1);
  });

  it('of a head that has moved on deploy nothing', async () => {
    const scenario = await openDeployable(product, {
      policy: policyWith('{ event: checks-green, environment: staging }'),
    });
    const { repository, pullRequest } = scenario;
    const check = addCheck(scenario, pullRequest.headSha, 'build');
    repository.push('change', { 'app.ts': 'export const answer = 43;\n' });
    await pass(scenario, check);
    await quiet(product);
    expect(repository.deployments).toEqual([]);
  });
});
