import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment } from '../fakes/github/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const cart = 'export function total(prices: number[]): number {\n  return prices.length;\n}\n';

/** A change with a breakpoint, a focused test and nothing else. */
function scenarioOf(): Scenario {
  return openPullRequest(product, {
    base: { 'src/cart.ts': cart, 'test/cart.test.ts': "it('adds', () => {});\n" },
    files: {
      'src/cart.ts': cart.replace('  return', '  debugger;\n  return'),
      'test/cart.test.ts': "it.only('adds', () => {});\n",
    },
  });
}

/** Somebody comments, and the App does what it asks. */
async function comment({ repository, pullRequest }: Scenario, body: string, author = 'mona'): Promise<void> {
  await deliverComment(product.github.state, repository, { issue: pullRequest.number, author, body });
  await settled(product);
}

describe('/devops review code', () => {
  it('writes one comment, one check run and a comment on each line, with the fix to apply', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await comment(scenario, '/devops review code');
    const [body = '', ...others] = botComments(repository).map(({ body: text }) => text);
    expect(others).toEqual([]);
    expect(body).toContain('Code review: 2 findings, none blocking');
    const [check] = [...repository.checkRuns.values()];
    expect(check?.fields).toMatchObject({ name: 'devops / code review', conclusion: 'neutral' });
    expect(check?.annotations).toEqual([]);
    expect(repository.reviewComments.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'src/cart.ts:2',
      'test/cart.test.ts:1',
    ]);
    expect(repository.reviewComments[0]?.body).toContain('```suggestion\n```');
    expect(repository.reviewComments[1]?.body).toContain("```suggestion\nit('adds', () => {});\n```");
  });
});
