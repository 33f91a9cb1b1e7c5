import { createTokenAccess } from '../../../src/clients/github/token-access.ts';
import type { Tool } from '../../../src/contracts/tool.ts';
import { githubTools } from '../../../src/tools/github/index.ts';
import { bindGitHubTools } from '../../../src/tools/github-calls/github-clients.ts';
import type { FakeRepository } from '../../fakes/github/index.ts';
import { startTestGitHub, type TestGitHub } from '../../fakes/start-github.ts';

/** The GitHub tools at work on a stand-in, with a person's token that may do everything. */
export type ToolScene = TestGitHub & {
  readonly repository: FakeRepository;
  readonly tool: (name: string) => Tool;
  /** The same tools with another token. */
  readonly withToken: (token: string) => (name: string) => Tool;
};

const log = [
  '2026-11-21T08:00:00.0000000Z ##[group]Run npm ci',
  '2026-11-21T08:00:01.0000000Z npm ci',
  '2026-11-21T08:00:02.0000000Z \u001b[31mnpm ERR! code ERESOLVE\u001b[0m',
  '2026-11-21T08:00:03.0000000Z ##[error]Process completed with exit code 1.',
  '',
].join('\n');

/** Starts the stand-in with `octo/app` in it: issue 1, pull request 2, a failed run and one under way. */
export async function startToolScene(): Promise<ToolScene> {
  const started = await startTestGitHub();
  const { state, apiUrl } = started.github;
  const repository = state.repository({
    name: 'app',
    files: {
      'README.md': '# App\n',
      'src/index.ts': 'export const one = 1;\n',
      '.github/workflows/ci.yml': 'on: workflow_dispatch\n',
    },
  });
  const number = repository.nextNumber();
  repository.issues.set(number, {
    number,
    title: 'It fails',
    body: 'See the log.',
    author: 'mona',
    state: 'open',
    createdAt: new Date().toISOString(),
    labels: [],
  });
  repository.push('pin-actions', { 'src/index.ts': 'export const one = 1;\nexport const two = 2;\n' });
  repository.push('experiment-2', { 'src/other.ts': 'export {};\n' });
  repository.openPullRequest({ head: 'pin-actions', title: 'Two' });
  repository.addWorkflowRun({
    path: '.github/workflows/ci.yml',
    headBranch: 'main',
    conclusion: 'failure',
    jobs: [{ name: 'build', conclusion: 'failure', log }],
  });
  repository.addWorkflowRun({ path: '.github/workflows/ci.yml', headBranch: 'main' });
  repository.alerts.push({
    number: 1,
    rule: 'sql-injection',
    severity: 'high',
    message: 'A query is built from input.',
    path: 'src/index.ts',
    line: 1,
    state: 'open',
  });
  repository.dependencyAlerts.push({
    number: 1,
    package: 'left-pad',
    severity: 'high',
    summary: 'It pads too much.',
    fixedIn: '2.0.0',
  });
  repository.roles.set('hubot', 'read');
  const withToken = (token: string) => {
    const tools = bindGitHubTools(githubTools, createTokenAccess({ token, apiUrl }));
    return (name: string): Tool => {
      const found = tools.find(tool => tool.name === name);
      if (found === undefined) throw new Error(`no tool ${name}`);
      return found;
    };
  };
  return { ...started, repository, withToken, tool: withToken(state.userToken('octo')) };
}
