import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGitHubApp, type GitHubApp } from '../../../src/clients/github/github-app.ts';
import type { Tool } from '../../../src/contracts/tool.ts';
import { githubTools } from '../../../src/tools/github/index.ts';
import { bindGitHubTools } from '../../../src/tools/github-calls/github-clients.ts';
import { type FakeGitHub, startFakeGitHub } from '../../fakes/github/index.ts';
import { approving, call, context, testPorts } from '../tool-ports.ts';

let github: FakeGitHub;
let app: GitHubApp;

beforeAll(async () => {
  github = await startFakeGitHub({ permissions: { metadata: 'read', contents: 'read', issues: 'write' } });
  github.state.repository({ name: 'app', private: true });
  github.state.repository({ name: 'other', private: true });
  app = createGitHubApp({
    appId: String(github.state.appId),
    privateKey: github.privateKey,
    webhookSecret: 'not used in this test',
    apiUrl: github.apiUrl,
    pino: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await github.close();
});

const inApp = { ...context, entry: 'app' as const, installationId: 7001 };

function tool(name: string): Tool {
  const found = bindGitHubTools(githubTools, app.toolAccess).find(candidate => candidate.name === name);
  if (found === undefined) throw new Error(`no tool ${name}`);
  return found;
}

it('mints a token for exactly the repository and the permissions of the tool', async () => {
  expect(await call(tool('github_read_file'), { path: 'README.md' }, { context: inApp })).toMatchObject({
    kind: 'ok',
  });
  const [minted] = github.requests.filter(({ operation }) => operation.endsWith('/access_tokens'));
  expect(minted?.body).toEqual({ repositories: ['app'], permissions: { contents: 'read' } });
});

it('lists no repository but its own', async () => {
  expect(await call(tool('github_list_repositories'), {}, { context: inApp })).toMatchObject({
    kind: 'ok',
    value: { repositories: [{ repository: 'octo/app' }] },
  });
});

it('says which permission the App was not granted, and where to grant it', async () => {
  const input = { title: 'x', files: [{ path: 'README.md', content: '' }] };
  const ports = testPorts(approving);
  expect(await call(tool('github_propose_change'), input, { context: inApp, ports })).toEqual({
    kind: 'refused',
    code: 'github-unreachable',
    message: expect.stringMatching(
      /^github_propose_change: the App was not granted contents:write, pull_requests:write\. .*settings\/installations\/7001\.$/,
    ) as string,
  });
  expect(
    github.requests.filter(({ operation }) => /^(?:POST|PUT|PATCH|DELETE) \/repos/.test(operation)),
  ).toEqual([]);
});

it('reaches nothing without an installation', async () => {
  const nowhere = { ...inApp, installationId: undefined };
  expect(await call(tool('github_list_issues'), {}, { context: nowhere })).toMatchObject({
    code: 'github-unreachable',
  });
});
