import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeIssue } from '../fakes/github/fake-records.ts';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from '../fakes/github/index.ts';
import { accountOf } from '../fakes/github/representations/account.ts';
import { issueOf } from '../fakes/github/representations/issue.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, type JobRun, runAction } from './run-action.ts';

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  github = await startFakeGitHub({ permissions: appPermissions });
  entry = buildAction();
});
afterAll(() => github.close());

let count = 0;

function repositoryWith(config: string): FakeRepository {
  const repository = github.state.repository({
    name: `job-${++count}`,
    files: { '.github/devops.yml': config },
  });
  repository.addLabels(['bug', 'question']);
  return repository;
}

const crash = { title: 'Checkout crashes', body: '## Steps to reproduce\n1. …\n\nExpected behavior: none' };

/** A job on an `issues` event. */
async function job(
  repository: FakeRepository,
  issue: FakeIssue,
  event: { readonly action?: string; readonly changes?: object; readonly sender?: string } = {},
  permissions: Readonly<Record<string, string>> = { contents: 'read', issues: 'write' },
): Promise<JobRun> {
  const { action = 'opened', changes, sender = issue.author } = event;
  return await runAction({
    entry,
    github,
    repository,
    eventName: 'issues',
    event: {
      action,
      issue: issueOf(github.state, repository, issue),
      ...(changes === undefined ? {} : { changes }),
      sender: accountOf(github.state, sender),
      repository: { default_branch: 'main' },
    },
    sha: repository.git.resolve('refs/heads/main') ?? '',
    permissions,
    inputs: { agent: 'triage' },
  });
}

describe('`agent: triage` on issues', () => {
  it('does what the App does', async () => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    const { exitCode, outputs, summary } = await job(repository, issue);
    expect(exitCode).toBe(0);
    expect(issue.labels).toEqual(['bug']);
    expect(JSON.parse(outputs['result'] ?? '')).toEqual({ labels: ['bug'], security: false });
    expect(summary).toContain('Labels set: bug.');
    github.assertValid();
  });

  it('answers a report of a vulnerability, also without a configuration', async () => {
    const repository = repositoryWith('version: 1\n');
    const issue = repository.openIssue({ title: 'Remote code execution in the parser' });
    expect((await job(repository, issue)).exitCode).toBe(0);
    expect(repository.commentsOf(issue.number).map(({ body }) => body)).toEqual([
      expect.stringContaining('reads like the report of a vulnerability'),
    ]);
  });

  it('sets no label on an edit: it may have been taken off', async () => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    await job(repository, issue, { action: 'edited', changes: { body: { from: '' } } });
    expect(issue.labels).toEqual([]);
  });

  it.each([
    ['bots did', { sender: 'renovate[bot]' }],
    ['is no change', { action: 'edited', changes: {} }],
  ])('does nothing for what %s', async (_name, event) => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    const from = github.requests.length;
    expect((await job(repository, issue, event)).exitCode).toBe(0);
    expect(github.requests.length).toBe(from);
  });

  it('names the permission that is missing', async () => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    const { exitCode, stdout } = await job(repository, issue, {}, { contents: 'read', issues: 'read' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('issues: write');
  });
});
