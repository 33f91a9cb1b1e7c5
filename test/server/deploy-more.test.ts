import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverCheckRun } from '../fakes/github/index.ts';
import {
  comment,
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
import { botComments, type Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const easy = '{ checks: none, outdated: allow, protection-rules: false, approvals: 0 }';

function environments(text: string, more = ''): string {
  return `deploy:\n  environments:\n${text}${more}`;
}

const staging = `    staging:\n      runner: { type: workflow, file: deploy.yml }\n      gates: ${easy}\n`;
const production = `    production:\n      after: [staging]\n      runner: { type: workflow, file: deploy.yml }\n      gates: ${easy}\n`;

async function deployedTo(scenario: Scenario, environment: string, body: string): Promise<void> {
  const { deployments } = scenario.repository;
  const before = deployments.length;
  await comment(product, scenario, body);
  await finish(product, scenario, await dispatched(scenario));
  await waitFor(() => statesOf(deployments[before]).includes('success'), 'a success');
  await says(scenario, `✅ Deployed to ${environment}`, environment);
}

describe('an order of environments', () => {
  it('refuses what is not active earlier, promotes what is, and retires what it replaces', async () => {
    const scenario = await openDeployable(product, { policy: environments(staging, production) });
    const { repository, pullRequest } = scenario;
    await comment(product, scenario, '/devops deploy production');
    await says(scenario, '🚫 Not deployed to production', 'production');
    expect(repository.deployments).toEqual([]);
    await deployedTo(scenario, 'staging', '/devops deploy staging');
    await deployedTo(scenario, 'production', '/devops promote staging production');
    const first = pullRequest.headSha;
    repository.push('change', { 'app.ts': 'export const answer = 43;\n' });
    await sawHead(product, scenario, 'synchronize');
    await deployedTo(scenario, 'staging', '/devops deploy staging');
    await deployedTo(scenario, 'production', '/devops deploy production');
    const own = repository.deployments.filter(({ environment }) => environment === 'production');
    expect(own.map(deployment => [deployment.sha, statesOf(deployment).at(-1)])).toEqual([
      [first, 'inactive'],
      [pullRequest.headSha, 'success'],
    ]);
  });
});

describe('/devops deploy --dry-run', () => {
  it('shows gates, runner and what changed since what runs, and changes nothing', async () => {
    const scenario = await openDeployable(product, { policy: environments(staging) });
    const { repository } = scenario;
    await deployedTo(scenario, 'staging', '/devops deploy staging');
    repository.push('change', {
      'db/migrations/1-add.sql': 'select 1;\n',
      '.github/workflows/ci.yml': 'on: push\n',
      'infra/main.tf': '# nothing\n',
    });
    await sawHead(product, scenario, 'synchronize');
    const checks = repository.checkRuns.size;
    await comment(product, scenario, '/devops deploy staging --dry-run');
    const dryRun = (): string =>
      botComments(repository).find(({ body }) => body.startsWith('<!-- devops:dry-run:v1'))?.body ?? '';
    await waitFor(() => dryRun() !== '', 'the dry run');
    await quiet(product);
    expect(dryRun()).toContain('Dry run: staging would be deployed');
    expect(dryRun()).toContain('the workflow `deploy.yml` of the default branch');
    expect(dryRun()).toContain('⚠️ **migrations**: `db/migrations/1-add.sql`');
    expect(dryRun()).toContain('⚠️ **workflows**: `.github/workflows/ci.yml`');
    expect(dryRun()).toContain('⚠️ **infrastructure**: `infra/main.tf`');
    expect(repository.deployments).toHaveLength(1);
    expect(repository.checkRuns.size).toBe(checks);
  });

  it('names what the runner would not take', async () => {
    const policy = environments(staging.replace('deploy.yml', 'deplyo.yml'));
    const scenario = await openDeployable(product, { policy });
    await comment(product, scenario, '/devops deploy staging --dry-run');
    await waitFor(() => botComments(scenario.repository).length > 0, 'the dry run');
    expect(botComments(scenario.repository)[0]?.body).toContain(
      '`.github/workflows/deplyo.yml` does not exist on the branch `main`',
    );
  });

  it('creates nothing where the runner would not take it', async () => {
    const policy = environments(staging.replace('deploy.yml', 'deplyo.yml'));
    const scenario = await openDeployable(product, { policy });
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, '`.github/workflows/deplyo.yml` does not exist on the branch `main`');
    await quiet(product);
    expect(scenario.repository.deployments).toEqual([]);
    expect(scenario.repository.checkRuns.size).toBe(0);
    await comment(product, scenario, '/devops locks');
    await waitFor(() => lastAnswer(scenario) !== '', 'the locks');
    expect(lastAnswer(scenario)).not.toContain('staging');
  });
});

describe('people who may not deploy', () => {
  it.each([
    '/devops deploy staging',
    '/devops deploy stagin',
    '/devops deplyo staging',
    '/devops lock staging',
  ])('get one quiet refusal: %s', async body => {
    const scenario = await openDeployable(product, { policy: environments(staging) });
    const { repository } = scenario;
    repository.roles.set('visitor', 'read');
    const requests = product.github.requests.length;
    await comment(product, scenario, body, 'visitor');
    const asked = [...repository.comments.values()].find(({ author }) => author === 'visitor');
    await waitFor(() => asked?.reactions.length === 1, 'the reaction');
    await quiet(product);
    expect(asked?.reactions.map(({ content }) => content)).toEqual(['-1']);
    expect(botComments(repository)).toEqual([]);
    // Token, role, reaction.
    expect(product.github.requests.length - requests).toBeLessThanOrEqual(3);
  });

  it('are those whom the environment does not name, too', async () => {
    const named = staging.replace('approvals: 0', 'approvals: 0, allowed: { users: [lena] }');
    const scenario = await openDeployable(product, { policy: environments(named) });
    await comment(product, scenario, '/devops deploy staging');
    const asked = [...scenario.repository.comments.values()].find(({ author }) => author === 'mona');
    await waitFor(() => asked?.reactions.some(({ content }) => content === '-1') === true, 'the reaction');
    await quiet(product);
    expect(botComments(scenario.repository)).toEqual([]);
  });

  it('learn less than those who may: these are told what they probably meant', async () => {
    const scenario = await openDeployable(product, { policy: environments(staging) });
    await comment(product, scenario, '/devops deploy stagin');
    await waitFor(() => botComments(scenario.repository).length > 0, 'the answer');
    expect(botComments(scenario.repository)[0]?.body).toContain('Did you mean "staging"?');
    await comment(product, scenario, '/devops deplyo staging');
    await waitFor(() => lastAnswer(scenario) !== '', 'the answer');
    expect(lastAnswer(scenario)).toContain('Did you mean `/devops deploy`?');
  });
});

describe('the buttons of a check run that waits for an approval', () => {
  it('approve it, for those who may', async () => {
    const confirmed = staging.replace('approvals: 0', 'confirmation: { count: 1 }');
    const scenario = await openDeployable(product, { policy: environments(confirmed) });
    const { repository } = scenario;
    repository.roles.set('hubot', 'write');
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'waits for approval');
    const [check] = [...repository.checkRuns.values()];
    expect(check?.fields.conclusion).toBe('action_required');
    const identifier = check?.fields.actions?.find(({ label }) => label === 'Approve')?.identifier ?? '';
    expect(identifier).toBe(`approve:${runIn(scenario)}`);
    const pressed = { checkRunId: check?.id ?? 0, action: 'requested_action', identifier } as const;
    await deliverCheckRun(product.github.state, repository, { ...pressed, sender: 'hubot' });
    await finish(product, scenario, await dispatched(scenario));
    await says(scenario, '✅ Deployed to staging');
    expect([...repository.checkRuns.values()].map(({ fields }) => fields.conclusion)).toEqual(['success']);
  });
});
