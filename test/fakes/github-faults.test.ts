import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestGitHub, type TestGitHub } from './start-github.ts';

let test: TestGitHub;
let call: TestGitHub['call'];
const operation = 'GET /repos/{owner}/{repo}';
const request = 'GET /repos/octo/hello';

beforeAll(async () => {
  test = await startTestGitHub();
  call = test.call;
  test.github.state.repository({ name: 'hello' });
});
beforeEach(() => {
  test.github.faults.length = 0;
  test.github.requests.length = 0;
});
afterAll(() => test.close());

describe('a fault', () => {
  it('comes as often as it was asked for', async () => {
    test.github.faults.push({ operation, times: 2, kind: 'error', status: 503 });
    const statuses = [await call(request), await call(request), await call(request)];
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it('is limited to paths, and leaves others alone', async () => {
    test.github.state.repository({ name: 'other' });
    test.github.faults.push({ path: /\/other$/, times: 1, kind: 'error' });
    expect((await call(request)).status).toBe(200);
    expect((await call('GET /repos/octo/other')).status).toBe(502);
  });

  it.each([
    ['secondary-rate-limit', { 'retry-after': '1' }, /secondary rate limit/],
    ['primary-rate-limit', { 'x-ratelimit-remaining': '0' }, /rate limit exceeded/],
  ] as const)('%s answers as GitHub does', async (kind, headers, message) => {
    test.github.faults.push({ operation, times: 1, kind });
    const limited = await call(request);
    expect(limited.status).toBe(403);
    expect(limited.json.message).toMatch(message);
    for (const [name, value] of Object.entries(headers)) expect(limited.headers.get(name)).toBe(value);
  });

  it('cuts the connection', async () => {
    test.github.faults.push({ operation, times: 1, kind: 'reset' });
    await expect(call(request)).rejects.toThrow('fetch failed');
  });

  it('delays, and the answer is right', async () => {
    test.github.faults.push({ operation, times: 1, kind: 'delay', delayMs: 1 });
    expect((await call(request)).json.name).toBe('hello');
  });
});

describe('every answer', () => {
  it('tells what is left of the rate limit, by token', async () => {
    const fresh = { token: test.token() };
    const left = async () => (await call(request, fresh)).headers.get('x-ratelimit-remaining');
    expect([await left(), await left()]).toEqual(['4999', '4998']);
  });

  it('is 304 to who has it already', async () => {
    const first = await fetch(`${test.github.url}/repos/octo/hello`);
    const again = await fetch(`${test.github.url}/repos/octo/hello`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  it('is in the log, with the operation and who asked', async () => {
    await call(`${request}/pulls?state=all`);
    await call(`${request}/issues`, { token: '' });
    await call(request, { token: 'nobody' });
    expect(test.github.requests).toMatchObject([
      { operation: 'GET /repos/{owner}/{repo}/pulls', caller: 'installation', status: 200 },
      { operation: 'GET /repos/{owner}/{repo}/issues', caller: 'anonymous', status: 200 },
      { operation: 'GET /repos/{owner}/{repo}', caller: 'anonymous', status: 401 },
    ]);
    expect(test.github.requests[0]?.path).toBe('/api/v3/repos/octo/hello/pulls?state=all');
  });

  it('is the same at the root and under /api/v3', async () => {
    const [root, enterprise] = await Promise.all(
      [test.github.url, test.github.apiUrl].map(
        async base => await (await fetch(`${base}/repos/octo/hello`)).text(),
      ),
    );
    expect(root).toBe(enterprise);
  });
});

describe('GraphQL', () => {
  const ask = async (query: string, variables: object = {}, token = test.token()) => {
    const response = await fetch(`${test.github.url}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as {
      readonly data?: unknown;
      readonly errors?: readonly { message: string }[];
    };
  };

  it('reads many objects in one request, by alias', async () => {
    const { data } = await ask(
      `query ($owner: String!) { repository(owner: $owner, name: "hello") {
        defaultBranchRef { name }
        a: object(expression: "HEAD:README.md") { ... on Blob { text isBinary isTruncated byteSize } }
        b: object(expression: "HEAD:nothing") { oid } } }`,
      { owner: 'octo' },
    );
    const a = { text: '# A repository\n', isBinary: false, isTruncated: false, byteSize: 15 };
    expect(data).toEqual({ repository: { defaultBranchRef: { name: 'main' }, a, b: null } });
  });

  it.each([
    [
      'a field that does not exist',
      '{ repository(owner: "octo", name: "hello") { stars } }',
      /Cannot query field "stars"/,
    ],
    [
      'a repository that does not exist',
      '{ repository(owner: "octo", name: "no") { __typename } }',
      /Could not resolve/,
    ],
  ])('tells of %s', async (_name, query, message) => {
    expect((await ask(query)).errors?.[0]?.message).toMatch(message);
  });

  it('does not tell of private repositories that were not given', async () => {
    test.github.state.repository({ name: 'secret', private: true });
    const query = '{ repository(owner: "octo", name: "secret") { defaultBranchRef { name } } }';
    expect((await ask(query)).errors).toBeUndefined();
    const hello = test.github.state.repositories.get('octo/hello');
    if (hello === undefined) throw new Error('the repository is missing');
    const other = test.github.state.actionsToken(hello, { contents: 'read' });
    expect((await ask(query, {}, other)).errors?.[0]?.message).toMatch(/Could not resolve/);
  });

  it('refuses what the token may not read', async () => {
    const query = '{ repository(owner: "octo", name: "hello") { pullRequest(number: 1) { title } } }';
    const { errors } = await ask(query, {}, test.token({ contents: 'read' }));
    expect(errors?.[0]?.message).toBe('Resource not accessible by integration');
  });
});
