import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deliverCheckRun,
  deliverComment,
  deliverPullRequest,
  type FakePullRequest,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

const dangerousWorkflow = `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: echo \${{ github.event.pull_request.title }}
`;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

let count = 0;
/** A repository with one open pull request that changes the given files. */
function openPullRequest(files: Readonly<Record<string, string>>): {
  repository: FakeRepository;
  pullRequest: FakePullRequest;
} {
  const repository = product.github.state.repository({ name: `project-${++count}` });
  repository.push('change', files);
  repository.roles.set('mona', 'write');
  return { repository, pullRequest: repository.openPullRequest({ head: 'change' }) };
}

const { deliver, reviewed } = {
  deliver: (repository: FakeRepository, pullRequest: FakePullRequest, action = 'opened') =>
    deliverPullRequest(product.github.state, repository, pullRequest, action),
  /** The completed check run of a commit. */
  reviewed: async (repository: FakeRepository, headSha: string) => {
    const completed = () =>
      [...repository.checkRuns.values()].findLast(
        run => run.headSha === headSha && run.fields.status === 'completed',
      );
    await waitFor(() => completed() !== undefined, 'a completed check run');
    return completed();
  },
};

const botComments = (repository: FakeRepository) =>
  [...repository.comments.values()].filter(({ author }) => author.endsWith('[bot]'));

describe('the review of a pull request', () => {
  it('comments once, fails the check and annotates the lines', async () => {
    const { repository, pullRequest } = openPullRequest({ '.github/workflows/build.yml': dangerousWorkflow });
    expect((await deliver(repository, pullRequest)).status).toBe(202);
    const check = await reviewed(repository, pullRequest.headSha);
    expect(check?.fields.conclusion).toBe('failure');
    expect(check?.annotations).toContainEqual(
      expect.objectContaining({ path: '.github/workflows/build.yml', start_line: 7 }),
    );
    expect(botComments(repository)).toHaveLength(1);
    expect(botComments(repository)[0]?.body).toContain('template-injection');
  });

  it('stays silent on a clean change, and the check says what was looked at', async () => {
    const { repository, pullRequest } = openPullRequest({
      'src/add.ts': 'export const add = (a: number, b: number) => a + b;\n',
    });
    await deliver(repository, pullRequest);
    const check = await reviewed(repository, pullRequest.headSha);
    expect(check?.fields).toMatchObject({ conclusion: 'success' });
    expect(check?.fields.output?.summary).toMatch(/1 file/);
    expect(botComments(repository)).toEqual([]);
  });

  it('edits its comment when the finding is fixed and says so', async () => {
    const { repository, pullRequest } = openPullRequest({ '.github/workflows/build.yml': dangerousWorkflow });
    await deliver(repository, pullRequest);
    await reviewed(repository, pullRequest.headSha);
    repository.push('change', { '.github/workflows/build.yml': null, 'src/a.ts': 'export const a = 1;\n' });
    await deliver(repository, pullRequest, 'synchronize');
    const check = await reviewed(repository, pullRequest.headSha);
    expect(check?.fields.conclusion).toBe('success');
    expect(botComments(repository)).toHaveLength(1);
    expect(botComments(repository)[0]?.body).toMatch(/fixed/);
  });

  it('handles a delivery that comes twice as one', async () => {
    const { repository, pullRequest } = openPullRequest({ '.github/workflows/build.yml': dangerousWorkflow });
    const first = await deliver(repository, pullRequest);
    const { redeliver } = await import('../fakes/github/webhooks.ts');
    redeliver(product.github.state, first);
    await reviewed(repository, pullRequest.headSha);
    await waitFor(
      () => product.github.state.deliveries.every(({ status }) => status === 202),
      'both answers',
    );
    expect(repository.checkRuns.size).toBe(1);
    expect(botComments(repository)).toHaveLength(1);
  });

  it('dismisses a finding for somebody who may, with the reason, and keeps it so', async () => {
    const injection = dangerousWorkflow.replace('pull_request_target', 'pull_request');
    const { repository, pullRequest } = openPullRequest({ '.github/workflows/build.yml': injection });
    await deliver(repository, pullRequest);
    await reviewed(repository, pullRequest.headSha);
    const id = /`template-injection`[^\n]* id `(?<id>[0-9a-f]+)`/.exec(botComments(repository)[0]?.body ?? '')
      ?.groups?.['id'];
    const body = `/devops dismiss ${id} the title is checked before`;
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body,
    });
    await waitFor(
      () => botComments(repository)[0]?.body.includes('the title is checked before') === true,
      'the dismissal',
    );
    await waitFor(
      () => [...repository.checkRuns.values()].at(-1)?.fields.status === 'completed',
      'the check',
    );
    expect([...repository.checkRuns.values()].at(-1)?.fields.conclusion).toBe('success');
  });

  it('answers somebody without the role with one reaction and nothing else', async () => {
    const { repository, pullRequest } = openPullRequest({ 'a.ts': 'export {};\n' });
    await deliver(repository, pullRequest);
    await reviewed(repository, pullRequest.headSha);
    const before = repository.checkRuns.size;
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'stranger',
      body: '/devops review',
    });
    const comment = [...repository.comments.values()].find(({ author }) => author === 'stranger');
    await waitFor(() => comment?.reactions.length === 1, 'a reaction');
    expect(comment?.reactions[0]?.content).toBe('-1');
    expect(repository.checkRuns.size).toBe(before);
    expect(botComments(repository)).toEqual([]);
  });

  it('makes no request for an ordinary comment', async () => {
    const { repository, pullRequest } = openPullRequest({ 'a.ts': 'export {};\n' });
    const { status } = await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: 'Looks good!',
    });
    expect(status).toBe(202);
    await waitFor(async () => {
      const { queued, running } = (await (await fetch(`${product.url()}/readyz`)).json()) as Record<
        string,
        number
      >;
      return queued === 0 && running === 0;
    }, 'an idle server');
    const made = product.github.requests.filter(({ path, body }) =>
      `${path} ${JSON.stringify(body)}`.includes(repository.name),
    );
    expect(made).toEqual([]);
  });

  it('reviews again when the check run is re-requested', async () => {
    const { repository, pullRequest } = openPullRequest({ 'a.ts': 'export {};\n' });
    await deliver(repository, pullRequest);
    const check = await reviewed(repository, pullRequest.headSha);
    await deliverCheckRun(product.github.state, repository, {
      checkRunId: check?.id ?? 0,
      sender: 'mona',
      action: 'rerequested',
    });
    await waitFor(() => repository.checkRuns.size === 2, 'a second check run');
    const second = [...repository.checkRuns.values()].at(-1);
    await waitFor(() => second?.fields.status === 'completed', 'its end');
    expect(second).toMatchObject({ headSha: pullRequest.headSha, fields: { conclusion: 'success' } });
  });

  it('made no request that GitHub’s description does not know', () => {
    expect(product.github.violations).toEqual([]);
  });
});
