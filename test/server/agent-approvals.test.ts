import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment, deliverPullRequest } from '../fakes/github/index.ts';
import { type FakeModel, noAdvice, startFakeModel } from '../fakes/model/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const deletion = 'DELETE /repos/{owner}/{repo}/git/refs/{ref}';
const base = {
  '.github/devops/agents/gardener.md': `---
description: Tidies branches.
role: destructive
tools: [github_delete_branch]
---
You tidy branches.
`,
};
const onPullRequests = Object.fromEntries(
  Object.entries(base).map(([path, text]) => [
    path,
    text.replace('role:', 'triggers: [pull-request]\nrole:'),
  ]),
);

let model: FakeModel;
let product: Product;
beforeAll(async () => {
  model = await startFakeModel();
  product = await startProduct({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
  // What an owner grants beyond `app.yml` to let agents delete branches.
  const { state } = product.github;
  state.permissions = { ...state.permissions, contents: 'write' };
});
afterAll(async () => {
  await product.close();
  await model.close();
});

/** A pull request in a repository with a branch `old`; `mona` may write, `max` and `mia` maintain. */
function scenario(agents: Readonly<Record<string, string>> = base): Scenario {
  const place = openPullRequest(product, { base: agents, files: { 'a.txt': 'a\n' } });
  place.repository.push('old', { 'old.txt': 'old\n' });
  place.repository.roles.set('max', 'maintain').set('mia', 'maintain').set('sam', 'write');
  model.answer = ({ instructions, toolResults }) => {
    if (!instructions.includes('You tidy branches.')) return noAdvice;
    return toolResults.length === 0
      ? {
          calls: [
            {
              name: 'github_delete_branch',
              arguments: { repository: place.repository.fullName, name: 'old' },
            },
          ],
        }
      : `I heard: ${toolResults.join(' ')}`;
  };
  return place;
}

async function say({ repository, pullRequest }: Scenario, author: string, body: string): Promise<void> {
  await deliverComment(product.github.state, repository, { issue: pullRequest.number, author, body });
  await settled(product);
}

/** The App's answers; its review's comment is none. */
function bodies({ repository }: Scenario): readonly string[] {
  return botComments(repository).flatMap(({ body }) => (body.startsWith('<!-- devops:answer') ? [body] : []));
}

function isThere({ repository }: Scenario): boolean {
  return repository.git.resolve('refs/heads/old') !== undefined;
}

function deletions({ repository }: Scenario): number {
  return product.github.requests.filter(
    ({ operation, path }) => operation === deletion && path.includes(repository.fullName),
  ).length;
}

/** Has the branch's deletion asked for and gives what people type to approve it. */
async function ask(place: Scenario, author = 'mona'): Promise<string> {
  await say(place, author, '/devops run gardener Delete the branch old.');
  await waitFor(() => bodies(place).length === 1, 'the plan');
  return idIn(place);
}

function idIn(place: Scenario): string {
  const id = /`\/devops approve (?<id>[0-9a-f]{12}-[0-9a-f]{8})`/.exec(bodies(place)[0] ?? '')?.groups?.[
    'id'
  ];
  return id ?? '';
}

describe('a destructive tool of an agent', () => {
  it('waits for a maintainer other than who asked, and acts once', async () => {
    const place = scenario();
    const id = await ask(place);
    expect(bodies(place)[0]).toContain('**`gardener`**: **waits for a person**');
    expect(bodies(place)[0]).toContain('Delete the branch old of');
    expect(isThere(place)).toBe(true);

    await say(place, 'sam', `/devops approve ${id}`);
    await say(place, 'stranger', `/devops approve ${id}`);
    expect(isThere(place)).toBe(true);
    expect(deletions(place)).toBe(0);

    await say(place, 'max', `/devops approve ${id}`);
    await waitFor(() => bodies(place)[0]?.includes(': done') === true, 'the answer');
    expect(isThere(place)).toBe(false);
    expect(deletions(place)).toBe(1);
    expect(bodies(place)[0]).not.toContain('/devops approve');

    // The plan is used up: neither the same word nor another person's does it again.
    place.repository.push('old', { 'old.txt': 'new\n' });
    await say(place, 'max', `/devops approve ${id}`);
    await say(place, 'mia', `/devops approve ${id}`);
    expect(bodies(place).at(-1)).toContain('has begun already');
    expect(isThere(place)).toBe(true);
    expect(deletions(place)).toBe(1);
  });

  it('is not approved by a maintainer who asked for it', async () => {
    const place = scenario();
    const id = await ask(place, 'max');
    await say(place, 'max', `/devops approve ${id}`);
    expect(bodies(place).at(-1)).toContain('somebody else must approve it');
    expect(isThere(place)).toBe(true);
  });

  it('asks anew for another run, whose plan an earlier approval does not cover', async () => {
    const place = scenario();
    const first = await ask(place);
    await say(place, 'max', `/devops approve ${first}`);
    await waitFor(() => !isThere(place), 'the deletion');
    await settled(product);
    place.repository.push('old', { 'old.txt': 'old\n' });
    await say(place, 'mona', '/devops run gardener Delete the branch old.');
    await waitFor(() => bodies(place).length === 2, 'the second plan');
    expect(bodies(place)[1]).toContain('/devops approve');
    expect(bodies(place)[1]).not.toContain(first);
    expect(isThere(place)).toBe(true);
  });

  it('does nothing when it is rejected, and the agent hears why', async () => {
    const place = scenario();
    const id = await ask(place);
    await say(place, 'max', `/devops reject ${id} still in use`);
    await waitFor(() => bodies(place)[0]?.includes('I heard') === true, 'the answer');
    expect(bodies(place)[0]).toContain('still in use');
    await say(place, 'mia', `/devops approve ${id}`);
    expect(bodies(place).at(-1)).toContain('rejected already');
    expect(isThere(place)).toBe(true);
    expect(deletions(place)).toBe(0);
  });

  it('does nothing when the branch moved between the plan and the approval', async () => {
    const place = scenario();
    const id = await ask(place);
    place.repository.push('old', { 'old.txt': 'new\n' });
    await say(place, 'max', `/devops approve ${id}`);
    await waitFor(() => bodies(place)[0]?.includes('I heard') === true, 'the answer');
    expect(bodies(place)[0]).toContain('changed-since-approval');
    expect(isThere(place)).toBe(true);
    expect(deletions(place)).toBe(0);
  });

  it('goes on in another process when its own was killed while it waited', async () => {
    const place = scenario();
    const id = await ask(place);
    await product.kill();
    await product.start();
    await say(place, 'max', `/devops approve ${id}`);
    await waitFor(() => bodies(place)[0]?.includes(': done') === true, 'the answer');
    expect(isThere(place)).toBe(false);
    expect(deletions(place)).toBe(1);
  });

  it('waits in a run that a pull request started, and is dropped with its head', async () => {
    const place = scenario(onPullRequests);
    const { repository, pullRequest } = place;
    await deliverPullRequest(product.github.state, repository, pullRequest, 'opened');
    await waitFor(() => bodies(place).length === 1, 'the plan');
    const first = idIn(place);
    repository.push('change', { 'b.txt': 'b\n' });
    await settled(product);
    await say(place, 'max', `/devops approve ${first}`);
    expect(isThere(place)).toBe(true);

    await deliverPullRequest(product.github.state, repository, pullRequest, 'synchronize');
    await waitFor(() => idIn(place) !== first, 'the plan of the new head');
    await settled(product);
    await say(place, 'max', `/devops approve ${idIn(place)}`);
    await waitFor(() => bodies(place)[0]?.includes(': done') === true, 'the answer');
    expect(isThere(place)).toBe(false);
    expect(deletions(place)).toBe(1);
  });
});
