import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleToken } from '../../src/detectors/secrets/example-token.ts';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { recordFetch } from '../fakes/record-fetch.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, type JobRun, pullRequestJob, runAction } from './run-action.ts';

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  entry = buildAction();
  github = await startFakeGitHub({ permissions: appPermissions });
});
afterAll(async () => {
  await github.close();
});

const token = `github_pat_${exampleToken('base62', 82)}`;
let count = 0;

async function review(
  inputs: Readonly<Record<string, string>>,
  fork = false,
): Promise<JobRun & { readonly requests: readonly string[] }> {
  const repository = github.state.repository({ name: `verify-${++count}`, files: { 'a.txt': '' } });
  repository.push('change', { 'a.py': `token = "${token}"\n` });
  const pullRequest = repository.openPullRequest({ head: 'change', fork });
  const record = recordFetch(200);
  const job = pullRequestJob(repository, pullRequest);
  const run = await runAction({ entry, github, ...job, inputs, variables: record.environment });
  return { ...run, requests: record.requests() };
}

describe('a job', () => {
  it('asks no provider about secrets unless it is told to', async () => {
    const run = await review({});
    expect(run.requests).toEqual([]);
    expect(run.summary).not.toContain('the provider accepts it');
  });

  it('asks no provider about a fork’s', async () => {
    expect((await review({ 'verify-secrets': 'true', comment: 'false' }, true)).requests).toEqual([]);
  });

  it('asks the provider when it is told to, and publishes no secret', async () => {
    const run = await review({ 'verify-secrets': 'true' });
    expect(run.requests).toEqual([`GET https://api.github.com/user Bearer ${token}`]);
    expect(run.summary).toContain('verified: the provider accepts it');
    expect(run.outputs['critical']).toBe('1');
    expect(run.summary + run.stdout).not.toContain(token);
  });
});
