import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { deliverWorkflowRun } from '../fakes/github/index.ts';
import { comment, deployComment, openDeployable, statesOf } from './deploy-scenario.ts';
import { botComments, type Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

/** Every fifth request is enough for each run of the tests; all of them with `DEPLOY_CRASH_STEP=1`. */
const step = Number(process.env['DEPLOY_CRASH_STEP'] ?? '5');

/** Kills the server when the `number`th request of the next deployment is done but its answer not yet there. */
function killAt(number: number): { readonly seen: () => number; readonly killed: () => boolean } {
  let seen = 0;
  let killed = false;
  product.github.intercept = async (request, when) => {
    // The start-up sweep's requests are none of the deployment's.
    if (killed || when !== 'done' || request.operation.includes('/app/hook/')) return undefined;
    if (++seen !== number) return undefined;
    killed = true;
    await product.kill();
    return 'drop';
  };
  return { seen: () => seen, killed: () => killed };
}

/** Starts the server again when it was killed, and ends whatever workflow was started, until all is over. */
async function toTheEnd(scenario: Scenario, isKilled: () => boolean): Promise<void> {
  const told = new Set<number>();
  let isUp = true;
  await waitFor(
    async () => {
      if (isKilled() && isUp) {
        isUp = false;
        await product.start();
      }
      for (const run of scenario.repository.workflowRuns) {
        if (told.has(run.id)) continue;
        if (run.status !== 'completed') scenario.repository.finishWorkflowRun(run, 'success');
        const { status } = await deliverWorkflowRun(product.github.state, scenario.repository, run);
        if (status === 202) told.add(run.id);
      }
      return deployComment(scenario).includes('✅ Deployed') && (await isIdle());
    },
    `the end of the deployment:\n${deployComment(scenario)}`,
  );
}

async function isIdle(): Promise<boolean> {
  const answer = await fetch(`${product.url()}/readyz`).catch(() => undefined);
  const status = (await answer?.json()) as Readonly<Record<string, number>> | undefined;
  return status?.['queued'] === 0 && status['running'] === 0 && status['waiting'] === 0;
}

it('a server killed at any request deploys once, ends in the right state and gives the lock back', async () => {
  let number = 1;
  for (; ; number += step) {
    const scenario = await openDeployable(product);
    const kill = killAt(number);
    await comment(product, scenario, '/devops deploy staging');
    await toTheEnd(scenario, kill.killed);
    const { repository } = scenario;
    expect(repository.deployments.map(deployment => statesOf(deployment).at(-1))).toEqual(['success']);
    expect(repository.workflowRuns).toHaveLength(1);
    expect(botComments(repository)).toHaveLength(1);
    expect([...repository.checkRuns.values()].map(({ fields }) => fields.conclusion)).toEqual(['success']);
    if (!kill.killed()) break;
  }
  // Role, reaction, facts, workflow, deployment, statuses, check run, dispatch, comment at the least.
  expect(number).toBeGreaterThan(10);
}, 240_000);
