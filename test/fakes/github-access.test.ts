import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeRepository } from './github/index.ts';
import { allPermissions, appJwt, startTestGitHub, type TestGitHub } from './start-github.ts';

let test: TestGitHub;
let open: FakeRepository;
let call: TestGitHub['call'];

beforeAll(async () => {
  test = await startTestGitHub();
  call = test.call;
  open = test.github.state.repository({ name: 'open' });
  open.push('change', { 'a.txt': 'a\n' });
  open.openPullRequest({ head: 'change' });
  test.github.state.repository({ name: 'secret', private: true });
});
afterAll(() => test.close());

describe('a token', () => {
  it.each([
    ['GET /repos/octo/open/pulls/1/files', {}, 'pull_requests=read'],
    ['GET /repos/octo/open/contents/README.md', { pull_requests: 'write' }, 'contents=read'],
    ['GET /repos/octo/open/commits/main/check-runs', { contents: 'read' }, 'checks=read'],
    ['POST /repos/octo/open/statuses/main', { statuses: 'read' }, 'statuses=write'],
    ['POST /repos/octo/open/issues/1/comments', { issues: 'read' }, 'issues=write; pull_requests=write'],
  ])(
    'without the permission is refused %s and told which it takes',
    async (request, permissions, accepted) => {
      const bodies = { comments: { body: 'Hi' }, statuses: { state: 'success' } };
      const body = request.startsWith('POST')
        ? bodies[request.includes('comments') ? 'comments' : 'statuses']
        : undefined;
      const refused = await call(request, { token: test.token(permissions), body });
      expect(refused).toMatchObject({
        status: 403,
        json: { message: 'Resource not accessible by integration' },
      });
      expect(refused.headers.get('x-accepted-github-permissions')).toBe(accepted);
    },
  );

  it('that is unknown, expired or missing is refused', async () => {
    const { state } = test.github;
    const expired = state.issueToken({ kind: 'user', login: 'mona', permissions: allPermissions }, -1);
    const status = async (token: string) =>
      (await call('PATCH /repos/octo/open/issues/1', { token, body: {} })).status;
    expect(await status('unknown')).toBe(401);
    expect(await status(expired)).toBe(401);
    expect(await status('')).toBe(401);
  });

  it('of a repository does not reach another private one, and only reads another public one', async () => {
    const own = { token: test.github.state.actionsToken(open, { contents: 'read', issues: 'write' }) };
    expect((await call('GET /repos/octo/secret', own)).status).toBe(404);
    expect((await call('GET /repos/octo/open', own)).status).toBe(200);
    const other = test.github.state.repository({ name: 'other' });
    expect((await call('GET /repos/octo/other', own)).status).toBe(200);
    const write = { ...own, body: { title: 'Hi' } };
    expect((await call('POST /repos/octo/other/issues', write)).status).toBe(403);
    expect(other.issues.size).toBe(0);
    expect((await call('POST /repos/octo/open/issues', write)).json.user.login).toBe('github-actions[bot]');
  });

  it('of a user sees private repositories by role, and writes no checks', async () => {
    const { state } = test.github;
    state.repositories.get('octo/secret')?.roles.set('mona', 'read');
    const see = async (login: string) =>
      (await call('GET /repos/octo/secret', { token: state.userToken(login) })).status;
    expect([await see('mona'), await see('stranger'), await see('octo')]).toEqual([200, 404, 200]);
    const check = { name: 'mine', head_sha: open.git.commitOf('main') };
    const refused = await call('POST /repos/octo/open/check-runs', {
      token: state.userToken('octo'),
      body: check,
    });
    expect(refused.status).toBe(403);
  });

  it('is not needed to read what is public', async () => {
    expect((await call('GET /repos/octo/open/contents/README.md', { token: '' })).status).toBe(200);
    expect((await call('GET /repos/octo/secret/contents/README.md', { token: '' })).status).toBe(404);
  });
});

describe('the App', () => {
  const issue = async (body: object, token?: string) =>
    await call('POST /app/installations/7001/access_tokens', {
      token: token ?? appJwt(test.github.privateKey, { issuer: test.github.state.appId }),
      body,
    });

  it('is known by its key, its id or client id, and for ten minutes at most', async () => {
    const { privateKey, state } = test.github;
    const status = async (options: Parameters<typeof appJwt>[1]) =>
      (await call('GET /app', { token: appJwt(privateKey, options) })).status;
    expect(await status({ issuer: state.clientId })).toBe(200);
    expect(await status({ issuer: 'somebody' })).toBe(401);
    expect(await status({ issuer: state.appId, seconds: 900 })).toBe(401);
    expect(await status({ issuer: state.appId, seconds: -1 })).toBe(401);
    const [header, , signature] = appJwt(privateKey, { issuer: state.appId }).split('.');
    const forged = Buffer.from(JSON.stringify({ iss: state.appId, exp: Date.now() / 1000 + 60 }));
    const token = `${header}.${forged.toString('base64url')}.${signature}`;
    expect((await call('GET /app', { token })).status).toBe(401);
  });

  it('gets tokens narrowed to repositories and permissions', async () => {
    const { json, status } = await issue({ repositories: ['open'], permissions: { contents: 'read' } });
    expect(status).toBe(201);
    expect(json).toMatchObject({ repository_selection: 'selected', permissions: { contents: 'read' } });
    const own = { token: json.token };
    expect((await call('GET /repos/octo/open/contents/README.md', own)).status).toBe(200);
    expect((await call('GET /repos/octo/secret/contents/README.md', own)).status).toBe(404);
    expect((await call('GET /repos/octo/open/pulls/1', own)).status).toBe(403);
  });

  it.each([
    ['a repository that it was not given', { repositories: ['nothing'] }, 422],
    ['more than it was granted', { permissions: { contents: 'write' } }, 422],
    ['a permission that does not exist', { permissions: { contents: 'owner' } }, 422],
  ])('gets no token for %s', async (_name, body, status) => {
    expect((await issue(body)).status).toBe(status);
  });

  it('cannot use its JWT for repositories, nor a token for the App', async () => {
    const token = appJwt(test.github.privateKey, { issuer: test.github.state.appId });
    expect((await call('GET /repos/octo/open/pulls/1', { token })).status).toBe(403);
    expect((await call('GET /app')).status).toBe(401);
  });
});

describe('what GitHub’s description does not allow', () => {
  const sha = () => open.git.commitOf('main');
  const annotations = Array.from({ length: 51 }, () => ({
    path: 'a',
    start_line: 1,
    end_line: 1,
    annotation_level: 'notice',
    message: 'Hi',
  }));
  it.each<readonly [string, string, () => unknown, RegExp]>([
    [
      '51 annotations',
      'POST /repos/octo/open/check-runs',
      () => ({ name: 'a', head_sha: sha(), output: { title: 'a', summary: 'a', annotations } }),
      /must NOT have more than 50 items/,
    ],
    [
      'an unknown key',
      'POST /repos/octo/open/issues/1/comments',
      () => ({ body: 'a', text: 'b' }),
      /unknown body key text/,
    ],
    [
      'a value that is none of the list',
      'POST /repos/octo/open/check-runs',
      () => ({ name: 'a', head_sha: sha(), conclusion: 'bad' }),
      /must be equal to one of the allowed values/,
    ],
    [
      'an action label over 20 characters',
      'POST /repos/octo/open/check-runs',
      () => ({
        name: 'a',
        head_sha: sha(),
        actions: [{ label: 'a'.repeat(21), description: 'a', identifier: 'a' }],
      }),
      /must NOT have more than 20 characters/,
    ],
    [
      'a missing key',
      'POST /repos/octo/open/check-runs',
      () => ({ name: 'a' }),
      /must have required property 'head_sha'/,
    ],
    ['a missing body', 'POST /repos/octo/open/issues/1/comments', () => undefined, /the body is missing/],
    [
      'text for a number',
      'GET /repos/octo/open/pulls/one',
      () => undefined,
      /path parameter pull_number must be integer/,
    ],
    [
      'an unknown query',
      'GET /repos/octo/open/pulls/1/files?per_pages=3',
      () => undefined,
      /unknown query parameter per_pages/,
    ],
    [
      'a bad value in a query',
      'GET /repos/octo/open/pulls?state=merged',
      () => undefined,
      /query parameter state/,
    ],
    ['a wrong path', 'GET /repos/octo/open/pull/1', () => undefined, /no operation of GitHub's API/],
    ['a wrong method', 'PUT /repos/octo/open/pulls/1', () => undefined, /no operation of GitHub's API/],
  ])('is refused and remembered: %s', async (_name, request, body, expected) => {
    const { violations } = test.github;
    violations.length = 0;
    const { status } = await call(request, { body: body() });
    expect(status).toBe(expected.source.includes('operation') ? 404 : 422);
    expect(violations.join('\n')).toMatch(expected);
    expect(() => test.github.assertValid()).toThrow(expected);
    violations.length = 0;
  });

  it('is not mistaken for null where GitHub takes null', async () => {
    const body = { title: null, state: 'open' };
    expect((await call('PATCH /repos/octo/open/issues/1', { body })).status).toBe(200);
    test.github.assertValid();
  });
});
