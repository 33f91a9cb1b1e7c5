import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverPullRequest } from '../fakes/github/index.ts';
import {
  comment,
  deployComment,
  dispatched,
  finish,
  openDeployable,
  quiet,
  runIn,
  says,
} from './deploy-scenario.ts';
import { botComments, type Scenario } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const off = 'checks: none, outdated: allow, approvals: 0, protection-rules: false';

function policy(staging: string, production = ''): string {
  return `deploy:
  environments:
    staging:
      runner: { type: workflow, file: deploy.yml }
      ${staging}
${production}`;
}

async function deployed(scenario: Scenario, environment = 'staging'): Promise<void> {
  await finish(product, scenario, await dispatched(scenario));
  await says(scenario, `✅ Deployed to ${environment}`, environment);
  await quiet(product);
}

/** Another pull request of the same repository, whose head the server has seen. */
async function another({ repository }: Scenario): Promise<Scenario> {
  repository.push('second', { 'second.ts': 'export {};\n' });
  const pullRequest = repository.openPullRequest({ head: 'second', author: 'lena' });
  await deliverPullRequest(product.github.state, repository, pullRequest, 'opened');
  await quiet(product);
  return { repository, pullRequest };
}

describe('the gates of a running server', () => {
  it('keep a sticky environment for its pull request until that is closed, then hand it over', async () => {
    const sticky = `gates: { ${off} }\n      lock: { sticky: true }`;
    const first = await openDeployable(product, { policy: policy(sticky) });
    await comment(product, first, '/devops deploy staging');
    await deployed(first);
    const second = await another(first);
    await comment(product, second, '/devops deploy staging');
    await waitFor(
      () =>
        botComments(first.repository).some(
          ({ issue, body }) => issue === second.pullRequest.number && body.includes('number 1 in line'),
        ),
      'the place in line',
    );
    expect(first.repository.deployments).toHaveLength(1);
    first.pullRequest.state = 'closed';
    await deliverPullRequest(product.github.state, first.repository, first.pullRequest, 'closed');
    const run = await dispatched(second);
    expect(run.inputs).toMatchObject({ sha: second.pullRequest.headSha });
    await finish(product, second, run);
    await quiet(product);
    expect(first.repository.deployments).toHaveLength(2);
  });

  it('ask a required reviewer of the GitHub environment, who is not who asked', async () => {
    const gates = off.replace('protection-rules: false', 'protection-rules: true');
    const scenario = await openDeployable(product, { policy: policy(`gates: { ${gates} }`) });
    const { repository } = scenario;
    repository.roles.set('olga', 'write').set('sam', 'write');
    repository.environments.add('staging');
    repository.environmentRules.set('staging', {
      reviewers: { users: ['olga', 'mona'] },
      preventSelfReview: true,
    });
    await comment(product, scenario, '/devops deploy staging');
    await says(scenario, 'asks for the approval of');
    const run = runIn(scenario);
    for (const author of ['mona', 'sam']) await comment(product, scenario, `/devops approve ${run}`, author);
    await quiet(product);
    expect(repository.deployments).toEqual([]);
    await comment(product, scenario, `/devops approve ${run}`, 'olga');
    await deployed(scenario);
    expect(repository.deployments).toHaveLength(1);
  });

  it('let a commit into production that is active in staging, and no other', async () => {
    const production = `    production:
      after: [staging]
      runner: { type: workflow, file: deploy.yml }
      gates: { ${off} }
`;
    const scenario = await openDeployable(product, { policy: policy(`gates: { ${off} }`, production) });
    await comment(product, scenario, '/devops deploy production');
    await says(scenario, 'is not active in `staging`', 'production');
    await quiet(product);
    expect(scenario.repository.deployments).toEqual([]);
    await comment(product, scenario, '/devops deploy staging');
    await deployed(scenario);
    await comment(product, scenario, '/devops deploy production');
    await deployed(scenario, 'production');
    expect(scenario.repository.deployments.map(({ environment }) => environment)).toEqual([
      'staging',
      'production',
    ]);
  });

  it('let members of a team deploy, and nobody else', async () => {
    const gates = `gates: { ${off}, allowed: { teams: [deployers] } }`;
    const scenario = await openDeployable(product, { policy: policy(gates) });
    await comment(product, scenario, '/devops deploy staging');
    await quiet(product);
    expect(scenario.repository.deployments).toEqual([]);
    product.github.state.teams.set('octo/deployers', new Set(['mona']));
    await comment(product, scenario, '/devops deploy staging');
    await deployed(scenario);
    expect(deployComment(scenario)).toContain('✅ Deployed to staging');
  });
});
