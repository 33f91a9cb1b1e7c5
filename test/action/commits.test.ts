import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, checkOut, emptyWorkspace, type FakeJob, type JobRun, runAction } from './run-action.ts';

const dangerous = {
  '.github/workflows/build.yml': `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: echo \${{ github.event.pull_request.title }}
`,
};
const clean = { 'src/add.ts': 'export const add = (a: number, b: number) => a + b;\n' };
/** A job that reads only: nothing else is needed where there is no pull request. */
const permissions = { contents: 'read', metadata: 'read' };

let github: FakeGitHub;
let entry: string;
beforeAll(async () => {
  entry = buildAction();
  github = await startFakeGitHub({ permissions: appPermissions });
});
afterAll(() => github.close());

let count = 0;
function createRepository(
  files: Parameters<FakeRepository['push']>[1] = { 'README.md': '# One\n' },
): FakeRepository {
  return github.state.repository({ name: `commits-${++count}`, files });
}

const job = (
  repository: FakeRepository,
  rest: Omit<FakeJob, 'entry' | 'github' | 'repository'> & { readonly github?: FakeGitHub },
): Promise<JobRun> => runAction({ entry, github, repository, permissions, ...rest });

const headOf = (repository: FakeRepository, branch = 'main'): string =>
  repository.git.resolve(`refs/heads/${branch}`) ?? '';

/** How many requests of an operation a job made. */
function requestsOf(operation: string): number {
  return github.requests.filter(request => request.operation === operation).length;
}

describe('a push', () => {
  it.each([
    ['a whole checkout', 0, 0],
    ['the shallow checkout that is the default', 1, 1],
    ['no checkout', undefined, 1],
  ])('is reviewed from its commits with %s', async (_name, depth, comparisons) => {
    const repository = createRepository({ ...dangerous, 'old.md': 'old\n' });
    const before = headOf(repository);
    const sha = repository.push('main', clean);
    const workspace = depth === undefined ? emptyWorkspace() : checkOut(repository, sha, depth);
    const compared = requestsOf('GET /repos/{owner}/{repo}/compare/{basehead}');
    const run = await job(repository, { eventName: 'push', event: { before }, sha, workspace });
    // The workflow was there before, so it is not this push's.
    expect(run.outputs).toMatchObject({ outcome: 'passed' });
    expect(run.stdout).toContain('1 file (');
    expect(requestsOf('GET /repos/{owner}/{repo}/compare/{basehead}') - compared).toBe(comparisons);
  });

  it('fails on what it brings', async () => {
    const repository = createRepository();
    const before = headOf(repository);
    const sha = repository.push('main', dangerous);
    const workspace = checkOut(repository, sha);
    const run = await job(repository, { eventName: 'push', event: { before }, sha, workspace });
    expect(run.exitCode).toBe(1);
    expect(run.outputs['outcome']).toBe('findings');
  });

  it.each([
    ['the checkout', 0],
    ['the API', 1],
  ])('that starts a branch is compared with the default branch by %s', async (_name, depth) => {
    const repository = createRepository(dangerous);
    const sha = repository.push('feature', clean);
    repository.push('main', { 'later.md': 'later\n' });
    const run = await job(repository, {
      eventName: 'push',
      event: { before: '0'.repeat(40), repository: { default_branch: 'main' } },
      sha,
      ref: 'refs/heads/feature',
      workspace: checkOut(repository, sha, depth),
    });
    expect(run.outputs).toMatchObject({ outcome: 'passed' });
    expect(run.stdout).toContain('1 file (');
  });

  it.each([
    ['the first one to the default branch', 'refs/heads/main'],
    ['a tag', 'refs/tags/v1'],
  ])('of %s is the whole tree', async (_name, ref) => {
    const repository = createRepository(dangerous);
    const run = await job(repository, {
      eventName: 'push',
      event: { before: '0'.repeat(40), repository: { default_branch: 'main' } },
      sha: headOf(repository),
      ref,
      workspace: checkOut(repository, headOf(repository), 1),
    });
    expect(run.outputs['outcome']).toBe('findings');
  });

  it('that deletes a branch is refused', async () => {
    const repository = createRepository();
    const event = { before: headOf(repository), deleted: true };
    const run = await job(repository, { eventName: 'push', event, sha: headOf(repository) });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['outcome']).toBe('refused');
  });
});

it('reviews a merge group against its base', async () => {
  const repository = createRepository(dangerous);
  const base = headOf(repository);
  const sha = repository.push('gh-readonly-queue/main/pr-1', clean);
  const event = { merge_group: { base_sha: base, head_sha: sha } };
  const run = await job(repository, { eventName: 'merge_group', event, sha });
  expect(run.outputs).toMatchObject({ outcome: 'passed' });
});

describe('a schedule', () => {
  it('looks at everything that is checked out, by the default branch’s configuration', async () => {
    const repository = createRepository({
      ...dangerous,
      ...clean,
      '.github/devops.yml': 'review:\n  fail-on: never\n',
    });
    const sha = headOf(repository);
    const workspace = checkOut(repository, sha, 1);
    const run = await job(repository, { eventName: 'schedule', event: {}, sha, workspace });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['outcome']).toBe('findings');
    expect(run.stdout).toContain('3 files (');
  });

  it('says what to add where nothing is checked out', async () => {
    const repository = createRepository();
    const run = await job(repository, { eventName: 'schedule', event: {}, sha: headOf(repository) });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^::error .*add a step with `uses: actions\/checkout`/m);
  });
});

it('reports a cancelled job at once, whatever is under way', async () => {
  const slow = await startFakeGitHub({ permissions: appPermissions, latencyMs: 20_000 });
  const repository = slow.state.repository({ name: 'slow' });
  const sha = headOf(repository);
  const event = { before: sha };
  const run = await job(repository, { eventName: 'push', event, sha, github: slow, cancel: true });
  await slow.close();
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ outcome: 'cancelled', findings: '0' });
  expect(run.durationMs).toBeLessThan(15_000);
});

it('goes through the proxy that the runner’s environment names', async () => {
  const repository = createRepository();
  const asked: string[] = [];
  const proxy = createServer((_request, response) => {
    response.writeHead(502).end();
  });
  proxy.on('request', request => asked.push(request.url ?? ''));
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>(resolve => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const variables = { HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  const run = await job(repository, { eventName: 'schedule', event: {}, sha: headOf(repository), variables });
  proxy.close();
  expect(asked[0]).toContain(new URL(github.url).host);
  expect(run.outputs['outcome']).toBe('failed');
});

it('names the variables that make a job when it is started elsewhere', async () => {
  const repository = createRepository();
  const run = await job(repository, { eventName: '', event: {}, sha: 'none' });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('GITHUB_EVENT_NAME, GITHUB_SHA is missing');
});

it('asks GitHub for nothing that its own API description does not have', () => {
  expect(github.violations).toEqual([]);
});
