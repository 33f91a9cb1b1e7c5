import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverPullRequest } from '../fakes/github/index.ts';
import {
  botComments,
  completedChecks,
  dangerousWorkflow,
  openPullRequest,
  review,
  reviewed,
  type Scenario,
  settled,
} from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const files = { '.github/workflows/build.yml': dangerousWorkflow };

/** One comment, one check run, completed with the right conclusion: as if nothing had happened. */
function expectOneResult({ repository, pullRequest }: Scenario): void {
  expect(botComments(repository)).toHaveLength(1);
  expect(
    [...repository.checkRuns.values()].map(({ headSha, fields }) => [headSha, fields.conclusion]),
  ).toEqual([[pullRequest.headSha, 'failure']]);
}

/** Kills the server at the `number`th request of the next review; false when the review had fewer. */
async function killAt(
  scenario: Scenario,
  { number, phase }: { readonly number: number; readonly phase: 'arrived' | 'done' },
): Promise<boolean> {
  let seen = 0;
  let killed = false;
  product.github.intercept = async (request, when) => {
    // The start-up sweep's requests are none of the review's.
    if (killed || when !== phase || request.operation.includes('/app/hook/')) return undefined;
    if (++seen !== number) return undefined;
    killed = true;
    await product.kill();
    return 'drop';
  };
  await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'opened');
  await waitFor(
    async () => killed || (completedChecks(scenario.repository).length > 0 && (await isIdle())),
    'the kill or the end of the review',
  );
  return killed;
}

async function isIdle(): Promise<boolean> {
  // The kill may come while it answers.
  const answer = await fetch(`${product.url()}/readyz`).catch(() => undefined);
  if (answer === undefined) return false;
  const status = (await answer.json()) as { readonly queued: number; readonly running: number };
  return status.queued + status.running === 0;
}

describe('a server that is killed during a review', () => {
  it.each(['arrived', 'done'] as const)(
    'repeats and loses nothing, whichever request had just %s',
    async phase => {
      let number = 0;
      let scenario = openPullRequest(product, { files });
      while (await killAt(scenario, { number: ++number, phase })) {
        product.github.intercept = undefined;
        await product.start();
        await reviewed(scenario.repository, scenario.pullRequest.headSha);
        await settled(product);
        expectOneResult(scenario);
        scenario = openPullRequest(product, { files });
      }
      // Token, snapshot, check run, files, blobs, conversation, comment, completion at the least.
      expect(number).toBeGreaterThan(8);
    },
    120_000,
  );

  it('carries out every delivery it had answered, also those it had not begun', async () => {
    const scenarios = Array.from({ length: 8 }, () => openPullRequest(product, { files }));
    const deliveries = await Promise.all(
      scenarios.map(({ repository, pullRequest }) =>
        deliverPullRequest(product.github.state, repository, pullRequest, 'opened'),
      ),
    );
    await product.kill();
    expect(deliveries.map(({ status }) => status)).toEqual(scenarios.map(() => 202));
    await product.start();
    for (const scenario of scenarios) await reviewed(scenario.repository, scenario.pullRequest.headSha);
    await settled(product);
    for (const scenario of scenarios) expectOneResult(scenario);
  });
});

describe('a server that is asked to stop', () => {
  it('finishes the review under way and ends with 0', async () => {
    const scenario = openPullRequest(product, { files });
    let release = (): void => undefined;
    const released = new Promise<undefined>(resolve => {
      release = () => resolve(undefined);
    });
    let held = false;
    product.github.intercept = async (request, when) => {
      if (when !== 'arrived' || !request.operation.startsWith('POST /repos/{owner}/{repo}/check-runs'))
        return undefined;
      held = true;
      return await released;
    };
    await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'opened');
    await waitFor(() => held, 'the check run to be asked for');
    const stopped = product.stop();
    await waitFor(() => product.log().includes('"Shutting down"'), 'the shutdown to begin');
    release();
    expect(await stopped).toBe(0);
    expectOneResult(scenario);
    await product.start();
    await settled(product);
    expectOneResult(scenario);
  });
});

describe('deliveries that failed while the server was away', () => {
  it('are asked for again at the next start and carried out once', async () => {
    const before = openPullRequest(product, { files });
    await review(product, before);
    await settled(product);
    await product.kill();
    const missed = [1, 2, 3].map(() => openPullRequest(product, { files }));
    const deliveries = await Promise.all(
      missed.map(({ repository, pullRequest }) =>
        deliverPullRequest(product.github.state, repository, pullRequest, 'opened'),
      ),
    );
    expect(deliveries.map(({ status }) => status)).toEqual([0, 0, 0]);
    await product.start();
    for (const { repository, pullRequest } of missed) await reviewed(repository, pullRequest.headSha);
    await settled(product);
    for (const scenario of [before, ...missed]) expectOneResult(scenario);
    await product.kill();
    await product.start();
    await settled(product);
    const attempts = product.github.requests.filter(({ path }) =>
      deliveries.some(({ id }) => path.endsWith(`/deliveries/${id}/attempts`)),
    );
    expect(attempts).toHaveLength(3);
    for (const scenario of missed) expectOneResult(scenario);
  });
});
