import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverPullRequest, redeliver } from '../fakes/github/index.ts';
import { type FakeModel, noAdvice, startFakeModel } from '../fakes/model/index.ts';
import { botComments, openPullRequest, review, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const instructions = 'You greet changes of this team.';
const files = {
  '.github/devops/agents/greeter.md': `---
description: Greets changes.
triggers: [pull-request]
---
${instructions}
`,
  '.github/devops/agents/helper.md': '---\ndescription: Waits for people.\n---\nYou wait for people.\n',
};

let model: FakeModel;
let product: Product;
beforeAll(async () => {
  model = await startFakeModel();
  model.answer = ({ instructions: told }) =>
    told.includes(instructions) ? `Hello ${asked().length}, @mona` : noAdvice;
  product = await startProduct({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
});
afterAll(async () => {
  await product.close();
  await model.close();
});

/** What the agent was asked, oldest first. */
function asked() {
  return model.requests.filter(request => request.instructions.includes(instructions));
}

function scenario(options: Partial<Parameters<typeof openPullRequest>[1]> = {}): Scenario {
  return openPullRequest(product, { base: files, files: { 'a.txt': 'a\n' }, ...options });
}

function answers({ repository }: Scenario): readonly string[] {
  return botComments(repository).flatMap(({ body }) =>
    body.startsWith('<!-- devops:answer:v1 agent greeter -->') ? [body] : [],
  );
}

async function deliver({ repository, pullRequest }: Scenario, action = 'opened') {
  return await deliverPullRequest(product.github.state, repository, pullRequest, action);
}

describe('an agent with the trigger pull-request', () => {
  it('answers a pull request once and keeps its one comment up to date with the head', async () => {
    const place = scenario({ title: 'Say that all is well' });
    const from = asked().length;
    const delivery = await deliver(place);
    await waitFor(() => answers(place).length === 1, 'the answer');
    expect(answers(place)[0]).toContain(`Hello ${from + 1}, @&#8203;mona`);
    expect(asked().at(-1)?.prompt).toContain('Say that all is well');

    redeliver(product.github.state, delivery);
    place.repository.push('change', { 'b.txt': 'b\n' });
    await deliver(place, 'synchronize');
    await waitFor(() => answers(place)[0]?.includes(`Hello ${from + 2}`) === true, 'the second answer');
    await settled(product);
    expect(answers(place)).toHaveLength(1);
    expect(asked()).toHaveLength(from + 2);
  });

  it.each<[string, Partial<Parameters<typeof openPullRequest>[1]>]>([
    ['a draft', { draft: true }],
    ['a fork', { fork: true }],
    ['a bot', { author: 'dependabot[bot]' }],
    ['one that only brings the file itself', { base: {}, files }],
  ])('leaves %s alone', async (_, options) => {
    const place = scenario(options);
    const from = asked().length;
    await deliver(place);
    await settled(product);
    expect(answers(place)).toEqual([]);
    expect(asked()).toHaveLength(from);
  });

  it('starts with a draft that is ready, and not again when the pull request is reopened', async () => {
    const place = scenario({ draft: true });
    place.pullRequest.draft = false;
    await deliver(place, 'ready_for_review');
    await waitFor(() => answers(place).length === 1, 'the answer');
    const from = asked().length;
    await deliver(place, 'reopened');
    await settled(product);
    expect(asked()).toHaveLength(from);
  });

  it('costs a repository without one no request', async () => {
    const from = product.github.requests.length;
    const { '.github/devops/agents/helper.md': helper } = files;
    await review(product, scenario({ base: { '.github/devops/agents/helper.md': helper } }));
    await settled(product);
    const withHelper = product.github.requests.length - from;
    await review(product, scenario({ base: {} }));
    await settled(product);
    expect(product.github.requests.length - from - withHelper).toBe(withHelper);
    const definitions = product.github.requests
      .slice(from)
      .filter(({ body }) => JSON.stringify(body)?.includes('query Definitions') === true);
    expect(definitions).toEqual([]);
  });
});

it('says nothing on pull requests when no model is configured', async () => {
  const silent = await startProduct({});
  try {
    const place = openPullRequest(silent, { base: files, files: { 'a.txt': 'a\n' } });
    await review(silent, place);
    await waitFor(() => silent.log().includes('Agent not started'), 'the line of the log');
    await settled(silent);
    expect(answers(place)).toEqual([]);
    expect(silent.log()).toContain('no-model');
  } finally {
    await silent.close();
  }
});
