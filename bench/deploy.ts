import {
  comment,
  deployComment,
  dispatched,
  finish,
  openDeployable,
  quiet,
  says,
  stagingOnly,
} from '../test/server/deploy-scenario.ts';
import type { Scenario } from '../test/server/scenario.ts';
import { type Product, startProduct, waitFor } from '../test/server/start-product.ts';

/** Deployments measured at each latency; the median counts. */
const rounds = 5;
/** What a GitHub in the same region takes for an answer, milliseconds. */
const latencyMs = 50;

/**
 * `/devops deploy` on the built server: requests to GitHub, and times behind a GitHub that answers at once and one that
 * takes 50 ms. Named baseline: github/branch-deploy v12.0.0 makes 35 requests for a plain `.deploy` (24 + 11).
 */
export async function deployment(): Promise<object> {
  const quick = await startProduct();
  const slow = await startProduct({}, { latencyMs });
  try {
    return {
      requests: await requests(quick),
      ownTime: await times(quick),
      [`behind${latencyMs}Ms`]: await times(slow),
    };
  } finally {
    await quick.close();
    await slow.close();
  }
}

/** Requests by what they are made for. The first deployment of an hour also asks for a token. */
async function requests(product: Product): Promise<object> {
  const { requests: made } = product.github;
  const counted = async (scenario: Scenario, act: () => Promise<void>): Promise<number> => {
    const before = made.length;
    await act();
    await quiet(product);
    void scenario;
    return made.slice(before).filter(({ operation }) => !operation.endsWith('/access_tokens')).length;
  };
  const plain = await openDeployable(product);
  const easy = await counted(plain, () => deployOnce(product, plain));
  const again = await counted(plain, () => deployOnce(product, plain));
  const everyGate = await openDeployable(product, { policy: stagingWithDefaults });
  const defaults = await counted(everyGate, () => deployOnce(product, everyGate));
  const refused = await openDeployable(product);
  refused.repository.roles.set('visitor', 'read');
  const stranger = await counted(refused, async () => {
    await comment(product, refused, '/devops deploy staging', 'visitor');
    await reaction(refused, 'visitor');
  });
  const draft = await openDeployable(product, { draft: true });
  const gate = await counted(draft, async () => {
    await comment(product, draft, '/devops deploy staging');
    await says(draft, '🚫');
  });
  const ordinary = await counted(plain, () => comment(product, plain, 'Looks good to me.'));
  return {
    plainDeployment: easy,
    plainDeploymentAgain: again,
    withDefaultGates: defaults,
    refusedToStranger: stranger,
    refusedByGate: gate,
    ordinaryComment: ordinary,
    branchDeployPlain: 35,
  };
}

/** All gates as they are when nothing is said about them: required checks, behind the base, protection rules. */
const stagingWithDefaults = stagingOnly.replace(/ {6}gates: .*\n/, '');

async function deployOnce(product: Product, scenario: Scenario): Promise<void> {
  await comment(product, scenario, '/devops deploy staging');
  const run = await dispatched(scenario);
  await waitFor(() => /### 🚀/.test(deployComment(scenario)), 'the comment');
  await quiet(product);
  await finish(product, scenario, run);
  await says(scenario, '✅ Deployed to staging');
}

/** Medians, milliseconds. */
async function times(product: Product): Promise<object> {
  const measured: { readonly reaction: number; readonly begun: number; readonly done: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const scenario = await openDeployable(product);
    const startedAt = performance.now();
    const commenting = comment(product, scenario, '/devops deploy staging');
    await reaction(scenario, 'mona');
    const reactedAt = performance.now();
    await commenting;
    const run = await dispatched(scenario);
    await waitFor(() => /### 🚀/.test(deployComment(scenario)), 'the comment');
    const begunAt = performance.now();
    await quiet(product);
    const finishedAt = performance.now();
    await finish(product, scenario, run);
    await says(scenario, '✅ Deployed to staging');
    measured.push({
      reaction: reactedAt - startedAt,
      begun: begunAt - startedAt,
      done: performance.now() - finishedAt,
    });
    await quiet(product);
  }
  return {
    commentToReactionMs: median(measured.map(({ reaction: ms }) => ms)),
    commentToBegunMs: median(measured.map(({ begun }) => begun)),
    workflowEndToSuccessMs: median(measured.map(({ done }) => done)),
  };
}

async function reaction({ repository }: Scenario, author: string): Promise<void> {
  await waitFor(
    () => [...repository.comments.values()].some(one => one.author === author && one.reactions.length > 0),
    'the reaction',
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
