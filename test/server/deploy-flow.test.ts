import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comment,
  deployComment,
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

const withRegion = `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: none, outdated: allow, protection-rules: false }
      parameters: { region: { type: choice, choices: [eu, us], default: eu } }
`;

const approved = `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: none, outdated: allow, protection-rules: false, confirmation: { count: 1 } }
`;

/** Has the environment deployed by a comment, to the end. */
async function deployed(scenario: Scenario, body = '/devops deploy staging'): Promise<void> {
  const before = scenario.repository.deployments.length;
  await comment(product, scenario, body);
  await finish(product, scenario, await dispatched(scenario));
  await waitFor(() => statesOf(scenario.repository.deployments[before]).includes('success'), 'a success');
  await says(scenario, '✅ Deployed to staging');
}

describe('two comments at the same time', () => {
  it('give one deployment', async () => {
    const scenario = await openDeployable(product);
    scenario.repository.roles.set('hubot', 'write');
    await Promise.all([
      comment(product, scenario, '/devops deploy staging'),
      comment(product, scenario, '/devops deploy staging', 'hubot'),
    ]);
    const run = await dispatched(scenario);
    await quiet(product);
    await finish(product, scenario, run);
    await says(scenario, '✅ Deployed to staging');
    await quiet(product);
    expect(scenario.repository.deployments.map(statesOf)).toEqual([['queued', 'in_progress', 'success']]);
    expect(scenario.repository.workflowRuns).toHaveLength(1);
  });
});

describe('an environment that is locked', () => {
  it('lets the next one wait in line and begin by itself', async () => {
    const scenario = await openDeployable(product, { policy: withRegion });
    const { repository } = scenario;
    await comment(product, scenario, '/devops deploy staging');
    const first = await dispatched(scenario);
    await says(scenario, 'Deploying to staging');
    await comment(product, scenario, '/devops deploy staging region=us');
    await says(scenario, 'number 1 in line');
    expect(repository.deployments).toHaveLength(1);
    await finish(product, scenario, first);
    const second = await dispatched(scenario);
    expect(second.inputs).toMatchObject({ region: 'us' });
    await finish(product, scenario, second);
    await waitFor(() => statesOf(repository.deployments[1]).includes('success'), 'the second success');
    await comment(product, scenario, '/devops locks');
    await waitFor(() => lastAnswer(scenario).includes('No environment is locked'), 'the answer');
  });

  it('refuses to be unlocked while somebody works under it, and is kept by /devops lock', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    await comment(product, scenario, '/devops unlock staging');
    await waitFor(() => lastAnswer(scenario).includes('a deployment is at work'), 'the refusal');
    await finish(product, scenario, run);
    await says(scenario, '✅ Deployed');
    await comment(product, scenario, '/devops lock staging a release --for 2h');
    await waitFor(() => lastAnswer(scenario).includes('🔒 `staging` is locked'), 'the lock');
    await comment(product, scenario, '/devops locks');
    await waitFor(() => lastAnswer(scenario).includes('(a release)'), 'the list');
    await comment(product, scenario, '/devops unlock staging');
    await waitFor(() => lastAnswer(scenario).includes('🔓'), 'the unlocking');
    expect(lastAnswer(scenario)).toContain('`staging` unlocked; it was locked by `mona` for #1');
  });
});

describe('a deployment that must be confirmed', () => {
  it('waits for somebody else, and each approval is used once', async () => {
    const scenario = await openDeployable(product, { policy: approved });
    const { repository } = scenario;
    repository.roles.set('hubot', 'write');
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'waits for approval');
    expect(repository.deployments).toEqual([]);
    const id = runIn(scenario);
    await comment(product, scenario, `/devops approve ${id}`);
    await quiet(product);
    expect(lastAnswer(scenario)).toContain('somebody else must approve it');
    await comment(product, scenario, `/devops approve ${id.slice(0, 8)}`, 'hubot');
    await finish(product, scenario, await dispatched(scenario));
    await says(scenario, '✅ Deployed to staging');
    expect(deployComment(scenario)).toContain('Confirmed by `hubot`');
    await comment(product, scenario, `/devops approve ${id}`, 'hubot');
    await waitFor(() => lastAnswer(scenario).includes('has begun already'), 'the refusal');
  });

  it('ends when it is rejected, with the reason', async () => {
    const scenario = await openDeployable(product, { policy: approved });
    scenario.repository.roles.set('hubot', 'write');
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'waits for approval');
    await comment(product, scenario, `/devops reject ${runIn(scenario)} not on a Friday`, 'hubot');
    await says(scenario, 'It was rejected by `hubot`. not on a Friday');
    expect(scenario.repository.deployments).toEqual([]);
  });
});

describe('/devops cancel', () => {
  it('stops the workflow and says what is left', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops deploy staging');
    await dispatched(scenario);
    await says(scenario, 'Deploying to staging');
    const id = runIn(scenario);
    await comment(product, scenario, `/devops cancel ${id}`);
    await says(scenario, 'was cancelled');
    await quiet(product);
    expect(scenario.repository.deployments.map(statesOf)).toEqual([['queued', 'in_progress', 'failure']]);
    expect(scenario.repository.workflowRuns.map(({ conclusion }) => conclusion)).toEqual(['cancelled']);
    expect([...scenario.repository.checkRuns.values()].map(({ fields }) => fields.conclusion)).toEqual([
      'cancelled',
    ]);
    await comment(product, scenario, `/devops cancel ${id}`);
    await waitFor(() => lastAnswer(scenario).includes('has ended already: cancelled'), 'the answer');
    await comment(product, scenario, '/devops locks');
    await waitFor(() => lastAnswer(scenario).includes('No environment is locked'), 'the locks');
  });
});

describe('/devops rollback', () => {
  it('brings the commit before back, without the gates of a deployment', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    const first = pullRequest.headSha;
    await deployed(scenario);
    repository.push('change', { 'app.ts': 'export const answer = 43;\n' });
    await sawHead(product, scenario, 'synchronize');
    await deployed(scenario);
    await deployed(scenario, '/devops rollback staging');
    expect(repository.deployments.map(({ sha }) => sha)).toEqual([first, pullRequest.headSha, first]);
    await comment(product, scenario, '/devops status staging');
    await waitFor(() => lastAnswer(scenario).includes('| success | rollback |'), 'the history');
  });

  it('says so when there is nothing to go back to', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops rollback staging');
    await waitFor(() => lastAnswer(scenario) !== '', 'the answer');
    expect(lastAnswer(scenario)).toContain('no earlier good deployment');
  });
});
