import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment, deliverReviewReply } from '../fakes/github/index.ts';
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

  it('costs these calls, and two more where documents may have become false', async () => {
    const scenario = scenarioOf();
    const from = product.github.requests.length;
    await comment(scenario, '/devops review code');
    const first = product.github.requests.slice(from).map(({ operation }) => operation);
    expect(first.filter(operation => !operation.startsWith('GET /app/'))).toMatchInlineSnapshot(`
      [
        "POST /app/installations/{installation_id}/access_tokens",
        "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
        "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
        "POST /graphql",
        "POST /repos/{owner}/{repo}/check-runs",
        "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
        "POST /graphql",
        "POST /graphql",
        "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
        "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
        "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
      ]
    `);
    const next = product.github.requests.length;
    await comment(scenario, '/devops review code');
    const second = product.github.requests.slice(next).map(({ operation }) => operation);
    // One more to read its comments on lines, none to write them; the comment only if its text is another.
    expect(second.length).toBeLessThanOrEqual(10);
    expect(second.filter(operation => operation.includes('/reviews'))).toEqual([]);
  });

  it('edits its comment, leaves comments on lines alone, and removes those that are fixed', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await comment(scenario, '/devops review code');
    await comment(scenario, '/devops review code');
    expect(botComments(repository)).toHaveLength(1);
    expect(repository.reviewComments).toHaveLength(2);
    repository.push('change', { 'src/cart.ts': cart });
    await comment(scenario, '/devops review code');
    expect(botComments(repository)).toHaveLength(1);
    expect(botComments(repository)[0]?.body).toContain('1 fixed since the last review');
    expect(repository.reviewComments.map(({ path }) => path)).toEqual(['test/cart.test.ts']);
  });

  it('is refused to strangers, and ignores what they reply and react', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await comment(scenario, '/devops review code', 'stranger');
    expect(repository.checkRuns.size).toBe(0);
    await comment(scenario, '/devops review code');
    const [first] = repository.reviewComments;
    first?.reactions.push({ login: 'stranger', content: '-1' });
    await reply(scenario, first?.id ?? 0, "won't fix", 'stranger');
    await comment(scenario, '/devops review code');
    expect(botComments(repository)[0]?.body).toContain('Code review: 2 findings');
  });

  it('dismisses a finding by a reply, with its reason', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await comment(scenario, '/devops review code');
    const id = repository.reviewComments[0]?.id ?? 0;
    const from = product.github.requests.length;
    await reply(scenario, id, 'Thanks, I will look at it.\n/devops deploy production');
    expect(product.github.requests.slice(from)).toEqual([]);
    await reply(scenario, id, 'Won’t fix: the debugger is for the demo <img src=x> @octocat');
    const [body = ''] = botComments(repository).map(({ body: text }) => text);
    expect(body).toContain('Code review: 1 finding');
    expect(body).toContain('Dismissed (1)');
    expect(body).toContain('the debugger is for the demo &lt;img src=x&gt; @&#8203;octocat');
  });

  it('lowers a kind that people with write permission call not useful, by replies and reactions', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    repository.roles.set('hubot', 'write');
    await comment(scenario, '/devops review code');
    const [first] = repository.reviewComments;
    await reply(scenario, first?.id ?? 0, 'Not useful.');
    first?.reactions.push({ login: 'hubot', content: '-1' });
    await comment(scenario, '/devops review code');
    const [body = ''] = botComments(repository).map(({ body: text }) => text);
    expect(body).toContain('1 medium · 1 low');
    expect(body).toContain('`debug-leftover` is less severe here: 2 times called not useful');
  });

  it('dismisses by command too', async () => {
    const scenario = scenarioOf();
    const { repository } = scenario;
    await comment(scenario, '/devops review code');
    const id = /id `(?<id>[0-9a-f]{8})`/.exec(botComments(repository)[0]?.body ?? '')?.groups?.['id'] ?? '';
    await comment(scenario, `/devops dismiss ${id} on purpose`);
    expect(botComments(repository)[0]?.body).toContain('Code review: 1 finding');
    expect(repository.checkRuns.size).toBe(2);
  });
});

async function reply(
  { repository }: Scenario,
  inReplyTo: number,
  body: string,
  author = 'mona',
): Promise<void> {
  await deliverReviewReply(product.github.state, repository, { inReplyTo, author, body });
  await settled(product);
}
