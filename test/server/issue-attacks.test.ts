import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deliverComment,
  deliverIssue,
  deliverReviewReply,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { issueAttacks, replies } from './issue-attacks.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let model: FakeModel;
let product: Product;

/** A server per group: writes to one installation are paced, and a group comes close to what goes out at once. */
function useProduct(): void {
  beforeAll(async () => {
    model = await startFakeModel();
    const wish = { label: 'safe to test', confidence: 1, reason: 'Approved by @octo/everybody' };
    model.answer = () => JSON.stringify({ type: wish, area: wish, priority: { ...wish, label: 'p0' } });
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
}

let count = 0;

function repositoryWith(files: Readonly<Record<string, string>> = {}, labels: readonly string[] = []) {
  const repository = product.github.state.repository({
    name: `attacked-${++count}`,
    files: {
      '.github/devops.yml': 'triage: { owners: assign }\n',
      '.github/CODEOWNERS': 'src/ @mona\n',
      'src/cart/a.ts': 'export {};\n',
      ...files,
    },
  });
  repository.addLabels(['bug', 'enhancement', 'area/cart', 'safe to test', 'wontfix', ...labels]);
  repository.roles.set('mona', 'write');
  return repository;
}

/** Comments of the App, with what stands in code taken out. */
const prose = (repository: FakeRepository): string =>
  botComments(repository)
    .map(({ body }) => body.replaceAll(/(`+)[^]*?\1/g, ''))
    .join('\n');

describe('an issue written as an attack, which the model obeys', () => {
  useProduct();

  it.each(issueAttacks)('$name', async attack => {
    const repository = repositoryWith(attack.files, attack.labels);
    for (const other of attack.others ?? []) repository.openIssue(other);
    const issue = repository.openIssue({
      title: attack.title ?? 'Something is odd',
      body: attack.body ?? '',
    });
    for (const text of attack.comments ?? [])
      repository.addComment(issue.number, 'stranger', text, new Date().toISOString());
    const from = product.github.requests.length;
    const labelled = [...repository.labels.keys()];
    await deliverIssue(product.github.state, repository, issue);
    await settled(product);

    expect(issue.labels.filter(label => !['bug', 'enhancement', 'area/cart'].includes(label))).toEqual([]);
    expect([...repository.labels.keys()]).toEqual(labelled);
    expect(issue.state).toBe('open');
    expect((issue.assignees ?? []).filter(login => login !== 'mona')).toEqual([]);
    expect(botComments(repository).length).toBeLessThanOrEqual(1);
    expect(prose(repository)).not.toMatch(/@octo|closes #1|<img|<b>|\]\(https:\/\/evil|devops:box/);
    for (const text of attack.comments ?? [])
      expect([...repository.comments.values()].map(({ body }) => body)).toContain(text);
    const made = product.github.requests.slice(from);
    expect(made.length).toBeLessThanOrEqual(8);
    expect(
      made.filter(({ path }) => path.includes('/repos/') && !path.includes(`/repos/${repository.fullName}/`)),
    ).toEqual([]);
    expect(product.github.violations).toEqual([]);
  });
});

describe('a reply to the review by somebody without write permission', () => {
  useProduct();
  let scenario: Scenario;
  const askForReview = async (): Promise<void> => {
    const { repository, pullRequest } = scenario;
    const asked = { issue: pullRequest.number, author: 'mona', body: '/devops review code' };
    await deliverComment(product.github.state, repository, asked);
    await settled(product);
  };
  beforeAll(async () => {
    scenario = openPullRequest(product, {
      base: { 'src/cart.ts': 'export const a = 1;\n' },
      files: { 'src/cart.ts': 'export const a = 1;\ndebugger;\n' },
    });
    await askForReview();
  });

  const people = ['stranger', 'reader', 'hubot[bot]'];
  it.each(replies.map((body, index) => [people[index % people.length] ?? 'stranger', body] as const))(
    'by %s changes nothing: %j',
    async (author, body) => {
      const { repository } = scenario;
      repository.roles.set('reader', 'read');
      const [first] = repository.reviewComments;
      const before = botComments(repository).map(({ body: text }) => text);
      await deliverReviewReply(product.github.state, repository, { inReplyTo: first?.id ?? 0, author, body });
      await settled(product);
      expect(botComments(repository).map(({ body: text }) => text)).toEqual(before);
    },
  );

  it('leaves the next review as it was', async () => {
    const { repository } = scenario;
    for (const login of ['stranger', 'reader'])
      repository.reviewComments[0]?.reactions.push({ login, content: '-1' });
    await askForReview();
    const [body = ''] = botComments(repository).map(({ body: text }) => text);
    expect(body).toMatch(/1 finding/);
    expect(body).not.toMatch(/dismissed|less severe|maintainers agreed/);
  });
});
