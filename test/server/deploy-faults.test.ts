import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverWorkflowRun } from '../fakes/github/index.ts';
import { comment, deployComment, openDeployable, quiet, statesOf } from './deploy-scenario.ts';
import { botComments, type Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.faults.length = 0;
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const repository = '/repos/{owner}/{repo}';

/** Requests of a plain deployment that GitHub refuses, each with a status it may have. */
const refusals = [
  [`GET ${repository}/contents/{path}`, 403],
  [`POST ${repository}/deployments`, 409],
  [`POST ${repository}/deployments/{deployment_id}/statuses`, 422],
  [`POST ${repository}/check-runs`, 403],
  [`PATCH ${repository}/check-runs/{check_run_id}`, 404],
  [`POST ${repository}/actions/workflows/{workflow_id}/dispatches`, 422],
  [`GET ${repository}/actions/runs/{run_id}`, 403],
  [`POST ${repository}/issues/{issue_number}/comments`, 403],
  [`PATCH ${repository}/issues/comments/{comment_id}`, 404],
] as const;

/** Requests that must not be made twice, or may be without harm. */
const writes = [
  `POST ${repository}/deployments`,
  `POST ${repository}/deployments/{deployment_id}/statuses`,
  `POST ${repository}/check-runs`,
  `POST ${repository}/issues/{issue_number}/comments`,
] as const;

/** Ends whatever workflow was started, until the deployment has ended. */
async function toTheEnd(scenario: Scenario, isOver: () => boolean | Promise<boolean>): Promise<void> {
  const told = new Set<number>();
  await waitFor(
    async () => {
      for (const run of scenario.repository.workflowRuns) {
        if (told.has(run.id)) continue;
        told.add(run.id);
        if (run.status !== 'completed') scenario.repository.finishWorkflowRun(run, 'success');
        await deliverWorkflowRun(product.github.state, scenario.repository, run);
      }
      return await isOver();
    },
    `the end of the deployment:\n${deployComment(scenario)}`,
  );
}

async function isIdle(): Promise<boolean> {
  const status = (await (await fetch(`${product.url()}/readyz`)).json()) as Readonly<Record<string, number>>;
  return status['queued'] === 0 && status['running'] === 0 && status['waiting'] === 0;
}

/** Nobody can be kept out by what has ended, and nothing outside says that it goes on. */
async function expectNothingLeft(scenario: Scenario): Promise<void> {
  const before = botComments(scenario.repository).length;
  await comment(product, scenario, '/devops locks');
  await waitFor(
    () => botComments(scenario.repository).some(({ body }) => body.includes('No environment is locked')),
    'the locks',
  );
  expect(botComments(scenario.repository).length - before).toBeLessThanOrEqual(1);
}

const final = ['success', 'failure', 'error', 'inactive'];

describe('a request of a deployment that GitHub refuses for good', () => {
  it.each(refusals)(
    '%s answered %i: the lock is released and nothing stays under way',
    async (operation, status) => {
      const scenario = await openDeployable(product);
      product.github.faults.push({ operation, kind: 'error', status, times: 1_000 });
      await comment(product, scenario, '/devops deploy staging');
      await toTheEnd(scenario, isIdle);
      product.github.faults.length = 0;
      const [deployment, ...more] = scenario.repository.deployments;
      expect(more).toEqual([]);
      // What GitHub refuses to write cannot be seen there: its own statuses and comments are left out.
      const last = operation.endsWith('/statuses') ? undefined : statesOf(deployment).at(-1);
      expect([undefined, ...final]).toContain(last);
      const shown = operation.includes('comments') ? '### ✅' : deployComment(scenario);
      expect(shown).toMatch(/### (✅|❌|🚫)/);
      await expectNothingLeft(scenario);
    },
  );
});

describe('a request of a deployment that gets no answer', () => {
  it.each(writes)('%s: is asked again, and there is one deployment', async operation => {
    const scenario = await openDeployable(product);
    product.github.faults.push({ operation, kind: 'reset', times: 1 });
    await comment(product, scenario, '/devops deploy staging');
    await toTheEnd(scenario, isIdle);
    expect(scenario.repository.deployments.map(deployment => statesOf(deployment).at(-1))).toEqual([
      'success',
    ]);
    expect(scenario.repository.workflowRuns).toHaveLength(1);
    expect(deployComment(scenario)).toContain('✅ Deployed to staging');
    await quiet(product);
  });

  it('creating the deployment: what was created all the same is found, not created again', async () => {
    const scenario = await openDeployable(product);
    let lost = 0;
    product.github.intercept = async (request, when) => {
      if (when !== 'done' || request.operation !== `POST ${repository}/deployments` || lost++ > 0)
        return undefined;
      return 'drop';
    };
    await comment(product, scenario, '/devops deploy staging');
    await toTheEnd(scenario, isIdle);
    expect(lost).toBe(1);
    expect(scenario.repository.deployments.map(deployment => statesOf(deployment).at(-1))).toEqual([
      'success',
    ]);
  });
});
