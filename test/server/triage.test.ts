import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverIssue, type FakeRepository } from '../fakes/github/index.ts';
import { botComments, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  // The organisation's file is asked for once in five minutes, and failed deliveries once at the start.
  await open(repositoryWith(undefined), { title: 'Hello' });
});
afterAll(() => product.close());

let count = 0;

/** A repository with labels and, where it is given, a `triage:` section. */
function repositoryWith(
  config: string | undefined,
  files: Readonly<Record<string, string>> = {},
): FakeRepository {
  const repository = product.github.state.repository({
    name: `issues-${++count}`,
    files: {
      'README.md': '# Shop\n',
      ...files,
      ...(config === undefined ? {} : { '.github/devops.yml': config }),
    },
  });
  repository.addLabels(['bug', 'enhancement', 'question', 'area/cart', 'area/search', 'p1', 'p3', 'wontfix']);
  repository.roles.set('mona', 'write');
  return repository;
}

type Opened = Parameters<FakeRepository['openIssue']>[0];

/** Opens an issue and waits for what comes of it; gives the issue and how many calls it took. */
async function open(repository: FakeRepository, options: Opened) {
  const issue = repository.openIssue(options);
  const from = product.github.requests.length;
  await deliverIssue(product.github.state, repository, issue);
  await settled(product);
  return { issue, calls: product.github.requests.slice(from).map(({ operation }) => operation) };
}

const crash = {
  title: 'Checkout crashes when the cart is empty',
  body: '## Steps to reproduce\n\n1. Open the cart\n\n## Expected behavior\n\nA page',
};

describe('an issue', () => {
  it('gets labels from those that the repository has: one token, two reads, one write', async () => {
    const repository = repositoryWith('triage: {}\n');
    const { issue, calls } = await open(repository, crash);
    expect(issue.labels).toEqual(['bug']);
    expect([...repository.labels.keys()]).toHaveLength(8);
    expect(calls).toEqual([
      'POST /app/installations/{installation_id}/access_tokens',
      'POST /graphql',
      'POST /graphql',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    ]);
  });

  it('is left alone where nothing is configured, but for a report of a vulnerability', async () => {
    const repository = repositoryWith(undefined, { 'SECURITY.md': '# Security\n' });
    const { issue } = await open(repository, crash);
    expect(issue.labels).toEqual([]);
    expect(botComments(repository)).toEqual([]);
    await open(repository, {
      title: 'Remote code execution through the search box',
      body: 'An attacker can send `$(id)` …',
    });
    const [comment, ...others] = botComments(repository);
    expect(others).toEqual([]);
    expect(comment?.body).toContain(`${repository.name}/security/policy`);
    expect(comment?.body).not.toMatch(/\$\(id\)|search box/);
  });
});
