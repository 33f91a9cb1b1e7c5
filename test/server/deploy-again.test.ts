import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverPullRequest } from '../fakes/github/index.ts';
import {
  comment,
  deployComment,
  deployWorkflow,
  dispatched,
  finish,
  lastAnswer,
  openDeployable,
  quiet,
  runIn,
  sawHead,
  says,
  statesOf,
} from './deploy-scenario.ts';
import type { Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const gates = '{ checks: none, outdated: allow, protection-rules: false, approvals: 0 }';
const plain = `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: ${gates}
`;
const verified = `${plain}      verify: [{ type: workflow, file: smoke.yml }]
      on-failure: rollback
`;

async function opened(policy: string): Promise<Scenario> {
  return await openDeployable(product, { policy, base: { '.github/workflows/smoke.yml': deployWorkflow } });
}

/** The next workflow ends; gives what it was and what it was given. */
async function ends(scenario: Scenario, conclusion: 'success' | 'failure' = 'success') {
  const run = await dispatched(scenario);
  // Before it waits for the event, it would learn of the end by its next look only.
  await quiet(product);
  await finish(product, scenario, run, conclusion);
  return [run.path.replace('.github/workflows/', ''), run.inputs['sha']] as const;
}

/** A new commit of the pull request, which the server has seen. */
async function pushed(scenario: Scenario, answer: number): Promise<string> {
  const sha = scenario.repository.push('change', { 'app.ts': `export const answer = ${answer};\n` });
  await sawHead(product, scenario, 'synchronize');
  return sha;
}

async function deployed(scenario: Scenario, body = '/devops deploy staging'): Promise<string | undefined> {
  const { deployments } = scenario.repository;
  const before = deployments.length;
  await comment(product, scenario, body);
  await ends(scenario);
  await waitFor(() => statesOf(deployments[before]).includes('success'), 'a success');
  await quiet(product);
  return deployments[before]?.sha;
}

/** A new process, whose pace lets a hundred writes through at once again; later ones are spaced out. */
async function restarted(): Promise<void> {
  await product.kill();
  await product.start();
}

/** What every deployment ended as, oldest first. */
function outcomes({ repository }: Scenario): readonly (readonly [string, string | undefined])[] {
  return repository.deployments.map(deployment => [deployment.sha, statesOf(deployment).at(-1)]);
}

async function expectUnlocked(scenario: Scenario): Promise<void> {
  await comment(product, scenario, '/devops locks');
  await waitFor(() => lastAnswer(scenario).includes('No environment is locked'), 'the locks');
}

describe('a deployment whose verification fails', () => {
  it('brings back what ran before, says both, and is no good deployment afterwards', async () => {
    const scenario = await opened(verified);
    const good = scenario.pullRequest.headSha;
    await comment(product, scenario, '/devops deploy staging');
    expect(await ends(scenario)).toEqual(['deploy.yml', good]);
    expect(await ends(scenario)).toEqual(['smoke.yml', good]);
    await says(scenario, '✅ Deployed to staging');
    const bad = await pushed(scenario, 43);
    await comment(product, scenario, '/devops deploy staging');
    expect(await ends(scenario)).toEqual(['deploy.yml', bad]);
    await says(scenario, '🔎 Verifying');
    expect(await ends(scenario, 'failure')).toEqual(['smoke.yml', bad]);
    expect(await ends(scenario)).toEqual(['deploy.yml', good]);
    await says(scenario, '❌ Deployment to staging failed');
    await quiet(product);
    expect(deployComment(scenario)).toContain(`\`${good.slice(0, 7)}\`, which ran before, was brought back.`);
    expect(outcomes(scenario).slice(1)).toEqual([
      [bad, 'failure'],
      [good, 'success'],
    ]);
    expect(scenario.repository.deployments[2]?.payload).toMatchObject({ cause: 'auto-rollback', sha: good });
    await comment(product, scenario, '/devops status');
    await waitFor(() => lastAnswer(scenario).includes('| Environment |'), 'the status');
    expect(lastAnswer(scenario)).toContain(`| \`staging\` | [\`${good.slice(0, 7)}\``);
    await expectUnlocked(scenario);
  });

  it('says that there is nothing to bring back, or that bringing it back failed too', async () => {
    const scenario = await opened(verified);
    const first = scenario.pullRequest.headSha;
    await comment(product, scenario, '/devops deploy staging');
    await ends(scenario);
    await ends(scenario, 'failure');
    await says(scenario, 'There is no earlier good deployment to bring back.');
    await quiet(product);
    expect(outcomes(scenario)).toEqual([[first, 'failure']]);
    await comment(product, scenario, `/devops retry ${runIn(scenario)}`);
    await ends(scenario);
    await ends(scenario);
    await says(scenario, '✅ Deployed to staging');
    await pushed(scenario, 43);
    await comment(product, scenario, '/devops deploy staging');
    await ends(scenario, 'failure');
    await ends(scenario, 'failure');
    await says(scenario, `Bringing back \`${first.slice(0, 7)}\` failed as well`);
    await quiet(product);
    expect(outcomes(scenario).map(([, state]) => state)).toEqual([
      'failure',
      'success',
      'failure',
      'failure',
    ]);
    await expectUnlocked(scenario);
  });

  it('may be cancelled while it is verified: nothing is brought back', async () => {
    const scenario = await opened(verified);
    await comment(product, scenario, '/devops deploy staging');
    await ends(scenario);
    await says(scenario, '🔎 Verifying');
    await comment(product, scenario, `/devops cancel ${runIn(scenario)}`);
    await quiet(product);
    await ends(scenario);
    await waitFor(() => /### (✅|❌|⏹️)/u.test(deployComment(scenario)), 'the end');
    await quiet(product);
    expect(scenario.repository.deployments).toHaveLength(1);
    await expectUnlocked(scenario);
  });
});

describe('a deployment to production whose workflow fails', () => {
  it('leaves the one active that was brought back, until the next good one', async () => {
    const production = plain.replace('staging:', 'staging:\n      production: true');
    const scenario = await opened(`${production}      on-failure: rollback\n`);
    const states = () => outcomes(scenario).map(([, state]) => state);
    await deployed(scenario);
    await pushed(scenario, 43);
    await comment(product, scenario, '/devops deploy staging');
    await ends(scenario, 'failure');
    await ends(scenario);
    await says(scenario, 'which ran before, was brought back.');
    await quiet(product);
    expect(states()).toEqual(['inactive', 'failure', 'success']);
    await pushed(scenario, 44);
    await deployed(scenario);
    expect(states()).toEqual(['inactive', 'failure', 'inactive', 'success']);
  });
});

describe('/devops retry', () => {
  beforeAll(restarted);

  it('deploys the same commit with the same parameters through the gates anew', async () => {
    const scenario = await opened(
      `${plain}      parameters: { region: { type: choice, choices: [eu, us], default: eu } }\n`,
    );
    const sha = scenario.pullRequest.headSha;
    await comment(product, scenario, '/devops deploy staging region=us');
    await ends(scenario, 'failure');
    await says(scenario, '❌ Deployment to staging failed');
    const failed = runIn(scenario);
    expect(deployComment(scenario)).toContain(`/devops retry ${failed}`);
    await comment(product, scenario, `/devops retry ${failed}`);
    const again = await dispatched(scenario);
    expect(again.inputs).toMatchObject({ sha, region: 'us' });
    await says(scenario, '🚀 Deploying to staging');
    await comment(product, scenario, `/devops retry ${runIn(scenario)}`);
    await waitFor(() => lastAnswer(scenario).includes('has not ended yet'), 'the refusal');
    await finish(product, scenario, again);
    await says(scenario, '✅ Deployed to staging');
    expect(outcomes(scenario)).toEqual([
      [sha, 'failure'],
      [sha, 'success'],
    ]);
    expect(scenario.repository.deployments[1]?.payload).toMatchObject({ cause: 'retry' });
    await comment(product, scenario, '/devops retry abcdef12');
    await waitFor(() => lastAnswer(scenario).includes('no deployment of that id'), 'the answer');
    await expectUnlocked(scenario);
  });

  it('of a commit that is no longer the head is refused with the way on', async () => {
    const scenario = await opened(plain);
    await comment(product, scenario, '/devops deploy staging');
    await ends(scenario, 'failure');
    await says(scenario, '❌ Deployment to staging failed');
    const failed = runIn(scenario);
    const head = await pushed(scenario, 43);
    await comment(product, scenario, `/devops retry ${failed}`);
    await says(scenario, '🚫 Not deployed to staging');
    expect(deployComment(scenario)).toContain(`/devops deploy staging --ref ${head}`);
    expect(scenario.repository.deployments).toHaveLength(1);
    await expectUnlocked(scenario);
  });

  it('of a rollback that failed is a rollback', async () => {
    const scenario = await opened(plain);
    const first = await deployed(scenario);
    await pushed(scenario, 43);
    await deployed(scenario);
    await comment(product, scenario, '/devops rollback staging');
    await ends(scenario, 'failure');
    await says(scenario, '❌ Deployment to staging failed');
    expect(await deployed(scenario, `/devops retry ${runIn(scenario)}`)).toBe(first);
    expect(scenario.repository.deployments.at(-1)?.payload).toMatchObject({ cause: 'rollback' });
  });
});

describe('/devops rollback --to', () => {
  beforeAll(restarted);

  it('goes to what was deployed there, however it is abbreviated, also when the pull request is closed', async () => {
    const scenario = await opened(plain);
    const { repository, pullRequest } = scenario;
    const first = (await deployed(scenario)) ?? '';
    await pushed(scenario, 43);
    await deployed(scenario);
    const never = await pushed(scenario, 44);
    await comment(product, scenario, `/devops rollback staging --to ${never}`);
    await waitFor(() => lastAnswer(scenario).includes('never deployed to `staging` successfully'), 'the no');
    expect(repository.deployments).toHaveLength(2);
    pullRequest.state = 'closed';
    await deliverPullRequest(product.github.state, repository, pullRequest, 'closed');
    await quiet(product);
    expect(await deployed(scenario, `/devops rollback staging --to ${first.slice(0, 8)}`)).toBe(first);
    await says(scenario, '✅ Deployed to staging');
    await expectUnlocked(scenario);
  });

  it('is refused to those who may not deploy, quietly', async () => {
    const scenario = await opened(plain);
    const first = await deployed(scenario);
    scenario.repository.roles.set('visitor', 'triage');
    await comment(product, scenario, `/devops rollback staging --to ${first}`, 'visitor');
    await quiet(product);
    expect(scenario.repository.deployments).toHaveLength(1);
    const asked = [...scenario.repository.comments.values()].find(({ author }) => author === 'visitor');
    expect(asked?.reactions.map(({ content }) => content)).toContain('-1');
    expect(lastAnswer(scenario)).toBe('');
  });
});
