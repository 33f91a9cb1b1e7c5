import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, pullRequestJob, runAction } from './run-action.ts';

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  github = await startFakeGitHub({ permissions: appPermissions });
  entry = buildAction();
});
afterAll(() => github.close());

describe('agent: code', () => {
  it('annotates, comments once, sums up, and fails from the threshold on', async () => {
    const repository = github.state.repository({
      name: 'code',
      files: { 'src/cart.ts': 'export function total(a: number) {}\n' },
    });
    repository.push('change', {
      'src/cart.ts': 'export function total(a: number, b: number) {}\n',
      'db/migrations/2.sql': 'ALTER TABLE users DROP COLUMN age;\n',
    });
    const pullRequest = repository.openPullRequest({ head: 'change' });
    const job = { entry, github, ...pullRequestJob(repository, pullRequest), inputs: { agent: 'code' } };
    const run = await runAction(job);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'findings', findings: '2', high: '1' });
    expect(run.stdout).toContain('file=db/migrations/2.sql,line=1');
    expect(run.stdout).toContain('file=src/cart.ts,line=1');
    expect(run.summary).toContain('now needs the parameter `b`');
    await runAction(job);
    const comments = [...repository.comments.values()];
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('Code review: 1 finding to fix before merging');
    expect(comments[0]?.body).not.toContain('/devops');
  });
});
