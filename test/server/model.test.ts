import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment, deliverPullRequest } from '../fakes/github/index.ts';
import { type FakeModel, type ModelFault, noAdvice, startFakeModel } from '../fakes/model/index.ts';
import { botComments, dangerousWorkflow, openPullRequest, review, reviewed, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let model: FakeModel;
let product: Product;
beforeAll(async () => {
  model = await startFakeModel();
  product = await startProduct({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
});
afterEach(() => {
  model.answer = () => noAdvice;
  model.faults.length = 0;
  product.github.intercept = undefined;
});
afterAll(async () => {
  await product.close();
  await model.close();
});

const files = { '.github/workflows/build.yml': dangerousWorkflow };

/** A default branch whose policy has this `model` section, as JSON. */
function policy(section: unknown, review: unknown = {}): Readonly<Record<string, string>> {
  return { '.github/devops.yml': JSON.stringify({ model: section, review }) };
}
const price = { input: 1, output: 5 };

/** Advice on the first finding. */
const advice = JSON.stringify({
  ranking: ['F1'],
  assessments: [
    {
      finding: 'F1',
      explanation: 'Anybody can open a pull request with a title of shell code.',
      likelyFalsePositive: false,
      suggestion: null,
    },
  ],
  additional: [],
});

describe('a review with a model', () => {
  it('shows the advice, what it used and what it cost', async () => {
    model.answer = () => advice;
    const scenario = openPullRequest(product, { files, base: policy({ price }) });
    const before = model.requests.length;
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('failure');
    const [comment] = botComments(scenario.repository);
    expect(comment?.body).toContain('Anybody can open a pull request with a title of shell code.');
    expect(comment?.body).toContain('gpt-of-these-tests');
    // 1,000 input tokens at 1 $/M and 200 output tokens at 5 $/M.
    expect(comment?.body).toContain('1,200 tokens, $0.0020');
    expect(model.requests.length).toBe(before + 1);
    expect(model.requests.at(-1)?.model).toBe('gpt-of-these-tests');
  });

  it('says that the cost is unknown when no price is configured', async () => {
    const scenario = openPullRequest(product, { files });
    await review(product, scenario);
    expect(botComments(scenario.repository)[0]?.body).toContain('1,200 tokens, price not configured');
  });

  it('takes the name of the model from the default branch, and its address and key never', async () => {
    const base = policy({
      name: 'another-model',
      'base-url': 'https://attacker.example/v1',
      'api-key-env': 'OTHER_API_KEY',
    });
    const scenario = openPullRequest(product, { files, base });
    const before = model.requests.length;
    await review(product, scenario);
    expect(model.requests.slice(before).map(request => request.model)).toEqual(['another-model']);
  });

  it('tries again after a passing fault', async () => {
    model.answer = () => advice;
    for (const fault of ['rate-limit', 'error', 'malformed', 'cut'] as const) {
      model.faults.push(fault);
      const scenario = openPullRequest(product, { files });
      const check = await review(product, scenario);
      expect(botComments(scenario.repository)[0]?.body).toContain('title of shell code');
      expect(check.fields.output?.summary).not.toMatch(/Not looked at/);
    }
  });

  it.each<readonly [string, readonly ModelFault[]]>([
    ['limits us for good', ['rate-limit', 'rate-limit', 'rate-limit']],
    ['has no quota left', ['quota']],
    ['fails for good', ['error', 'error', 'error']],
    ['does not exist', ['not-found']],
    ['answers no JSON', ['malformed', 'malformed', 'malformed']],
    ['answers nothing', ['empty', 'empty', 'empty']],
    ['refuses', ['refusal', 'refusal', 'refusal']],
    ['cuts the connection', ['cut', 'cut', 'cut']],
  ])('stands without the model when it %s, and is incomplete', async (_name, faults) => {
    model.faults.push(...faults, ...faults);
    const dangerous = openPullRequest(product, { files });
    const clean = openPullRequest(product, { files: { 'a.ts': 'export const a = 1;\n' } });
    const [failed, neutral] = await Promise.all([review(product, dangerous), review(product, clean)]);
    expect(failed.fields.conclusion).toBe('failure');
    expect(botComments(dangerous.repository)[0]?.body).toContain('template-injection');
    expect(botComments(dangerous.repository)[0]?.body).toContain('the review is incomplete');
    // Never green when a part of the review did not happen.
    expect(neutral.fields.conclusion).toBe('neutral');
  });

  it('asks the model again after a kill while it was thinking, and publishes once', async () => {
    let asked = false;
    model.answer = () => {
      asked = true;
      return new Promise<string>(() => undefined);
    };
    const scenario = openPullRequest(product, { files });
    await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'opened');
    await waitFor(() => asked, 'the model to be asked');
    await product.kill();
    model.answer = () => advice;
    await product.start();
    await reviewed(scenario.repository, scenario.pullRequest.headSha);
    await settled(product);
    expect(botComments(scenario.repository)).toHaveLength(1);
    expect(botComments(scenario.repository)[0]?.body).toContain('title of shell code');
    expect(scenario.repository.checkRuns.size).toBe(1);
  });
});

describe('the budget', () => {
  const runs = async (budget: unknown, reviews: number): Promise<number> => {
    const scenario = openPullRequest(product, { files, base: policy({ budget }) });
    const before = model.requests.length;
    for (let number = 0; number < reviews; number++) {
      await review(product, scenario, number === 0 ? 'opened' : 'synchronize');
      scenario.repository.push('change', { [`a${number}.ts`]: 'export {};\n' });
    }
    return model.requests.length - before;
  };

  it('of a pull request is not exceeded', async () => {
    // Without a price a review counts as its whole per-run budget.
    const budget = { 'per-run': 0.5, 'per-pull-request': 1, 'per-day': 20 };
    expect(await runs(budget, 4)).toBe(2);
  });

  it('of a day is not exceeded by several pull requests of a repository', async () => {
    const budget = { 'per-run': 0.5, 'per-pull-request': 5, 'per-day': 1 };
    const scenario = openPullRequest(product, { files, base: policy({ budget }) });
    const { repository } = scenario;
    const before = model.requests.length;
    const all = [scenario];
    for (const branch of ['b', 'c', 'd']) {
      repository.push(branch, { [`${branch}.ts`]: 'export {};\n' });
      all.push({ repository, pullRequest: repository.openPullRequest({ head: branch }) });
    }
    const checks = await Promise.all(all.map(one => review(product, one)));
    expect(model.requests.length - before).toBe(2);
    // What the model did not see because the money was spent is not green.
    expect(checks.filter(({ fields }) => fields.conclusion === 'success').length).toBeLessThanOrEqual(2);
    expect(checks.filter(({ fields }) => fields.conclusion === 'neutral').length).toBeGreaterThanOrEqual(1);
  });

  it('of a run keeps the model from being asked, or asked again', async () => {
    const base = (perRun: number) => policy({ price, budget: { 'per-run': perRun } });
    const poor = openPullRequest(product, { files, base: base(0.001) });
    const before = model.requests.length;
    await review(product, poor);
    expect(model.requests.length).toBe(before);
    expect(botComments(poor.repository)[0]?.body).toContain('incomplete');

    // Enough for one request of full length, not for a second after a useless answer.
    model.usage = { input: 1000, output: 6000 };
    model.faults.push('malformed', 'malformed', 'malformed');
    const once = openPullRequest(product, { files, base: base(0.05) });
    await review(product, once);
    model.usage = { input: 1000, output: 200 };
    expect(model.requests.length).toBe(before + 1);
    expect(botComments(once.repository)[0]?.body).toContain('incomplete');
  });
});

describe('a pull request from a fork', () => {
  it('gets the model only when a maintainer asks', async () => {
    const scenario = openPullRequest(product, { files, fork: true, author: 'stranger' });
    const { repository, pullRequest } = scenario;
    const before = model.requests.length;
    await review(product, scenario);
    for (const author of ['stranger', 'passer-by']) {
      await deliverComment(product.github.state, repository, {
        issue: pullRequest.number,
        author,
        body: '/devops review',
      });
    }
    await settled(product);
    expect(model.requests.length).toBe(before);
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: '/devops review',
    });
    await settled(product);
    expect(model.requests.length).toBe(before + 1);
    expect(botComments(repository)).toHaveLength(1);
  });
});

describe('a code review with a model', () => {
  it('shows what the model found with its quote verified, and drops the rest', async () => {
    const finding = {
      kind: 'correctness',
      path: 'src/cart.ts',
      line: 2,
      quote: 'return prices.length;',
      severity: 'high',
      message: 'It counts instead of adding. /devops deploy production @octocat',
      fix: 'Add them up.',
      suggestion: '  return sum(prices);',
      rule: null,
    };
    model.answer = () =>
      JSON.stringify({ findings: [finding, { ...finding, line: 1, quote: 'made up by the model' }] });
    const cart = 'export function total(prices: number[]): number {\n  return prices.length;\n}\n';
    const { repository, pullRequest } = openPullRequest(product, { files: { 'src/cart.ts': cart } });
    const before = model.requests.length;
    const body = '/devops review code';
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body,
    });
    await settled(product);
    expect(model.requests.length).toBe(before + 1);
    const [comment] = botComments(repository);
    expect(comment?.body).toContain('It counts instead of adding. /devops deploy production @&#8203;octocat');
    expect(comment?.body).toContain('1 unverified agent claim dropped');
    const [onLine, ...others] = repository.reviewComments.filter(({ line }) => line === 2);
    expect(others).toEqual([]);
    expect(onLine?.body).toContain('```suggestion\n  return sum(prices);\n```');
    expect(repository.deployments).toEqual([]);
  });
});
