import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverProtectionRule } from '../fakes/github/index.ts';
import { comment, dispatched, finish, openDeployable } from './deploy-scenario.ts';
import { type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

type Request = Partial<Parameters<typeof deliverProtectionRule>[2]>;

/** A job asks, and what it was answered. */
async function ask({ repository }: Scenario, request: Request) {
  const answers = repository.protectionRuleAnswers;
  const before = answers.length;
  const sha = repository.git.commitOf('main') ?? '';
  await deliverProtectionRule(product.github.state, repository, {
    run: 77,
    environment: 'staging',
    sha,
    ref: 'main',
    ...request,
  });
  await waitFor(() => answers.length > before, 'an answer');
  await settled(product);
  expect(answers).toHaveLength(before + 1);
  return answers.at(-1);
}

describe('the App as a deployment protection rule', () => {
  it('lets a job of the default branch in, and one of a pull request’s head', async () => {
    const scenario = await openDeployable(product);
    expect(await ask(scenario, {})).toEqual({
      run: 77,
      environment: 'staging',
      state: 'approved',
      comment: 'Every gate passed.',
    });
    const { pullRequest } = scenario;
    const ofHead = { pullRequest, sha: pullRequest.headSha, ref: 'change', environment: 'Staging' };
    expect(await ask(scenario, ofHead)).toMatchObject({ state: 'approved', environment: 'Staging' });
  });

  it.each<[string, Request, string]>([
    ['somebody who may not deploy', { sender: 'stranger' }, 'needs the write role'],
    ['a branch that may not be deployed', { ref: 'change' }, 'on no branch that may be deployed'],
    ['a branch that does not exist', { ref: 'gone' }, 'on no branch that may be deployed'],
    [
      'an environment that is not configured',
      { environment: 'production' },
      'is not in `deploy.environments`',
    ],
    ['a lookalike of one that is', { environment: 'st\u0430ging' }, 'is not in `deploy.environments`'],
  ])('keeps %s out, and says why', async (_name, request, reason) => {
    const scenario = await openDeployable(product);
    const sha = scenario.repository.git.commitOf('change') ?? '';
    const answer = await ask(scenario, { ...(request.ref === undefined ? {} : { sha }), ...request });
    expect(answer).toMatchObject({ state: 'rejected', comment: expect.stringContaining(reason) });
    expect(answer?.comment.length).toBeLessThanOrEqual(1_024);
  });

  it('keeps an old head out', async () => {
    const scenario = await openDeployable(product);
    const { repository, pullRequest } = scenario;
    const old = { ...pullRequest };
    repository.push('change', { 'app.ts': 'export const answer = 43;\n' });
    const answer = await ask(scenario, { pullRequest: old, sha: old.headSha, ref: 'change' });
    expect(answer).toMatchObject({
      state: 'rejected',
      comment: expect.stringContaining('The head moved on'),
    });
  });

  it('lets the jobs of its own deployments in', async () => {
    const scenario = await openDeployable(product);
    await comment(product, scenario, '/devops deploy staging');
    const run = await dispatched(scenario);
    const answer = await ask(scenario, { run: run.id, sender: product.github.state.botLogin });
    expect(answer).toMatchObject({
      run: run.id,
      state: 'approved',
      comment: expect.stringMatching(/^Part of run `[0-9a-f]{12}`/),
    });
    await finish(product, scenario, run);
    await settled(product);
  });
});
