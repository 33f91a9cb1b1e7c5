import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  deliver,
  deliverCheckRun,
  deliverComment,
  deliverMergeGroup,
  deliverPullRequest,
  deliverPush,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { accountOf } from '../fakes/github/representations/account.ts';
import { commentOf } from '../fakes/github/representations/issue.ts';
import { repositoryOf } from '../fakes/github/representations/repository.ts';
import {
  botComments,
  completedChecks,
  dangerousWorkflow,
  openPullRequest,
  review,
  reviewed,
  settled,
} from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.faults.length = 0;
});
afterAll(() => product.close());

const files = { '.github/workflows/build.yml': dangerousWorkflow };

describe('a merge group', () => {
  async function requestChecks(repository: FakeRepository, headSha: string, number = 1) {
    const baseSha = repository.git.resolve('refs/heads/main') ?? '';
    const headRef = `refs/heads/gh-readonly-queue/main/pr-${number}-${baseSha}`;
    await deliverMergeGroup(product.github.state, repository, { headSha, baseSha, headRef });
  }

  it.each([
    ['a dangerous', files, 'failure'],
    ['a clean', { 'a.ts': 'export {};\n' }, 'success'],
  ])('with %s change gets its check completed and no comment', async (_name, change, conclusion) => {
    const { repository, pullRequest } = openPullRequest(product, { files: change });
    await requestChecks(repository, pullRequest.headSha);
    expect((await reviewed(repository, pullRequest.headSha)).fields.conclusion).toBe(conclusion);
    expect(repository.comments.size).toBe(0);
  });

  it('passes with what was dismissed on its pull request', async () => {
    const scenario = openPullRequest(product, { files });
    const { repository, pullRequest } = scenario;
    const check = await review(product, scenario);
    for (const { identifier } of dismissals(check.fields.actions)) {
      await deliverCheckRun(product.github.state, repository, {
        checkRunId: check.id,
        sender: 'mona',
        action: 'requested_action',
        identifier,
      });
      await settled(product);
    }
    const head = repository.push('queue', files, 'Merge group');
    await requestChecks(repository, head, pullRequest.number);
    expect((await reviewed(repository, head)).fields.conclusion).toBe('success');
  });

  it('is answered although GitHub fails for a while', async () => {
    const { repository, pullRequest } = openPullRequest(product, { files });
    for (const operation of [
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    ])
      product.github.faults.push({ operation, times: 1, kind: 'error' });
    await requestChecks(repository, pullRequest.headSha);
    expect((await reviewed(repository, pullRequest.headSha)).fields.conclusion).toBe('failure');
    expect(repository.checkRuns.size).toBe(1);
  });

  it('is answered with a failure when its change cannot be read, never left open', async () => {
    const { repository, pullRequest } = openPullRequest(product, { files: { 'a.ts': 'export {};\n' } });
    await deliverMergeGroup(product.github.state, repository, {
      headSha: pullRequest.headSha,
      baseSha: '1'.repeat(40),
      headRef: 'refs/heads/gh-readonly-queue/main/pr-1-0000000',
    });
    expect((await reviewed(repository, pullRequest.headSha)).fields.conclusion).toBe('failure');
    expect(repository.checkRuns.size).toBe(1);
  });
});

function dismissals(actions: unknown): readonly { readonly identifier: string }[] {
  return (actions as readonly { readonly identifier: string }[]).filter(({ identifier }) =>
    identifier.startsWith('d:'),
  );
}

describe('a check run', () => {
  const press = async (sender: string, identifier: string) => {
    const scenario = openPullRequest(product, { files });
    const { repository } = scenario;
    const check = await review(product, scenario);
    await settled(product);
    await deliverCheckRun(product.github.state, repository, {
      checkRunId: check.id,
      sender,
      action: 'requested_action',
      identifier:
        identifier === 'first' ? (dismissals(check.fields.actions)[0]?.identifier ?? '') : identifier,
    });
    await settled(product);
    return { repository, body: botComments(repository)[0]?.body ?? '' };
  };

  it('dismisses the finding of the button for somebody who may', async () => {
    const { repository, body } = await press('mona', 'first');
    expect(body).toContain('Dismissed (1)');
    expect(body).toContain('mona');
    expect(repository.checkRuns.size).toBe(2);
  });

  it.each([
    ['somebody without the role', 'stranger', 'first'],
    ['a forged identifier', 'mona', 'd:0000000000000000'],
    ['an unknown identifier', 'mona', 'approve-everything'],
  ])('dismisses nothing for %s', async (_name, sender, identifier) => {
    const { repository, body } = await press(sender, identifier);
    expect(body).not.toContain('Dismissed');
    expect(repository.checkRuns.size).toBe(1);
  });

  it('is made again by its button', async () => {
    const { repository, body } = await press('mona', 'rerun');
    expect(repository.checkRuns.size).toBe(2);
    expect(completedChecks(repository)).toHaveLength(2);
    expect(body).toContain('template-injection');
    expect(botComments(repository)).toHaveLength(1);
  });
});

describe('an installation', () => {
  it.each([
    ['created', 1],
    ['deleted', 0],
    ['suspend', 0],
    ['unsuspend', 1],
  ])('%s is taken with %d calls: schedules of what it is given are read', async (action, calls) => {
    const { state, requests } = product.github;
    const before = requests.length;
    const delivery = await deliver(state, 'installation', {
      action,
      repositories: [{ full_name: 'octo/one' }],
      sender: accountOf(state, 'mona'),
    });
    await settled(product);
    expect(delivery.status).toBe(202);
    // There is no such repository: its token is refused and nothing else asked.
    expect(requests.length).toBe(before + calls);
  });
});

describe('a comment', () => {
  it.each([
    ['that was edited', 'mona', 'edited', '/devops review'],
    ['by another bot', 'helper[bot]', 'created', '/devops review'],
    ['by the App itself', 'agentic-devops[bot]', 'created', '/devops review'],
    ['that was deleted', 'mona', 'deleted', '/devops review'],
  ])('%s leads to no call', async (_name, author, action, body) => {
    const { repository, pullRequest } = openPullRequest(product, { files });
    const { state, requests } = product.github;
    const comment = repository.addComment(pullRequest.number, author, body, new Date().toISOString());
    const before = requests.length;
    const { status } = await deliver(state, 'issue_comment', {
      action,
      issue: { number: pullRequest.number, pull_request: { url: '' } },
      comment: commentOf(state, repository, comment),
      repository: repositoryOf(state, repository),
      sender: accountOf(state, author),
    });
    await settled(product);
    expect(status).toBe(202);
    expect(requests.length).toBe(before);
  });

  it('with several commands has each of them carried out', async () => {
    const scenario = openPullRequest(product, { files });
    await review(product, scenario);
    await settled(product);
    const { repository, pullRequest } = scenario;
    await deliverComment(product.github.state, repository, {
      issue: pullRequest.number,
      author: 'mona',
      body: 'Some words.\n\n/devops help\n/devops status\n/devops review\n',
    });
    await settled(product);
    expect(repository.checkRuns.size).toBe(2);
    const markers = botComments(repository).map(
      ({ body }) => /^<!-- (devops:[a-z]+:v1 ?[a-z]*)/.exec(body)?.[1],
    );
    expect(new Set(markers)).toEqual(
      new Set(['devops:answer:v1 help', 'devops:answer:v1 status', 'devops:review:v1 head']),
    );
    expect(markers).toHaveLength(3);
  });
});

describe('a push', () => {
  it.each([
    ['of other files', { paths: ['src/a.ts'] }],
    ['to another branch', { branch: 'change', paths: ['.github/devops.yml'] }],
  ])('%s leads to no call', async (_name, options) => {
    const { repository } = openPullRequest(product, { files });
    const before = product.github.requests.length;
    expect((await deliverPush(product.github.state, repository, options)).status).toBe(202);
    await settled(product);
    expect(product.github.requests.length).toBe(before);
  });
});

describe('an event that is not taken', () => {
  it.each([
    ['pull_request', 'labeled'],
    ['fork', 'whatever'],
    ['check_run', 'created'],
    ['star', 'created'],
  ])('%s.%s is answered 202 and leads to nothing', async (event, action) => {
    const before = product.github.requests.length;
    expect((await deliver(product.github.state, event, { action })).status).toBe(202);
    await settled(product);
    expect(product.github.requests.length).toBe(before);
  });
});

describe('two events for one head at the same time', () => {
  it('leave one comment', async () => {
    const { repository, pullRequest } = openPullRequest(product, { files });
    await Promise.all(
      ['opened', 'reopened', 'ready_for_review'].map(action =>
        deliverPullRequest(product.github.state, repository, pullRequest, action),
      ),
    );
    await reviewed(repository, pullRequest.headSha);
    await settled(product);
    expect(botComments(repository)).toHaveLength(1);
    expect(completedChecks(repository)).toHaveLength(repository.checkRuns.size);
  });
});
