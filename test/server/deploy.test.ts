import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comment,
  deployComment,
  dispatched,
  finish,
  openDeployable,
  quiet,
  statesOf,
} from './deploy-scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

describe('/devops deploy', () => {
  it('deploys the head, says so, and gives the lock back', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    expect(run.inputs).toMatchObject({ sha: pullRequest.headSha, environment: 'staging' });
    await waitFor(() => deployComment(scenario).includes('Deploying to staging'), 'the comment');
    await finish(product, scenario, run);
    await waitFor(() => deployComment(scenario).includes('✅ Deployed to staging'), 'the success');
    await quiet(product);
    const [deployment, ...others] = repository.deployments;
    expect(others).toEqual([]);
    expect(deployment).toMatchObject({ sha: pullRequest.headSha, environment: 'staging' });
    expect(statesOf(deployment)).toEqual(['queued', 'in_progress', 'success']);
    expect(deployment?.statuses.at(-1)?.environmentUrl).toBe('https://staging.example.com');
    expect([...repository.checkRuns.values()].map(({ fields }) => [fields.name, fields.conclusion])).toEqual([
      ['devops / deploy staging', 'success'],
    ]);
    await comment(product, scenario, '/devops deploy staging');
    await finish(product, scenario, await dispatched(scenario));
    await waitFor(() => statesOf(repository.deployments[1]).includes('success'), 'the second success');
    await quiet(product);
    expect(repository.deployments.map(statesOf)).toEqual([
      ['queued', 'in_progress', 'success', 'inactive'],
      ['queued', 'in_progress', 'success'],
    ]);
  });
});
