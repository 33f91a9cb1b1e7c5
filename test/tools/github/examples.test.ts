import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { githubTools } from '../../../src/tools/github/index.ts';
import { operationsOfTools } from '../../fakes/operations-of-tools.ts';
import { approving, call, testPorts } from '../tool-ports.ts';
import { startToolScene, type ToolScene } from './github-tools.ts';

let scene: ToolScene;
/** Ids of the scene, where an example can only show what one looks like. */
let ids: Readonly<Record<string, object>>;

beforeAll(async () => {
  scene = await startToolScene();
  const { repository, github } = scene;
  repository.push('other', { 'src/third.ts': 'export {};\n' });
  const other = repository.openPullRequest({ head: 'other' });
  const [failed, running] = repository.workflowRuns;
  const headSha = repository.pullRequests.get(2)?.headSha ?? '';
  const check = await scene.call('POST /repos/octo/app/check-runs', {
    body: { name: 'build', head_sha: headSha, status: 'completed', conclusion: 'success' },
  });
  await scene.call('POST /repos/octo/app/statuses/{sha}'.replace('{sha}', headSha), {
    body: { state: 'success', context: 'ci' },
  });
  const deployment = await scene.call('POST /repos/octo/app/deployments', {
    body: { ref: 'main', environment: 'staging', required_contexts: [], auto_merge: false },
  });
  github.state.repository({ name: 'scratch' });
  ids = {
    github_list_workflow_jobs: { run: failed?.id },
    github_rerun_workflow: { run: failed?.id },
    github_cancel_workflow_run: { run: running?.id },
    github_get_job_log: { job: failed?.jobs[0]?.id },
    github_get_check: { check: check.json.id },
    github_get_deployment: { deployment: deployment.json.id },
    github_review_pull_request: { headSha },
    github_merge_pull_request: { headSha, approvals: 0 },
    github_create_pull_request: { head: 'experiment-2' },
    github_delete_branch: { name: 'experiment-2' },
    github_close_pull_request: { number: other.number },
  };
});
afterAll(async () => {
  await scene.close();
});

/** Parts of what an example answers, where more than "ok" is worth saying. */
const expected: Readonly<Record<string, object>> = {
  github_list_issues: { issues: [{ number: 1, title: 'It fails', author: 'mona' }] },
  github_get_issue: { title: 'It fails', body: 'See the log.', comments: [] },
  github_list_files: {
    files: expect.arrayContaining([{ path: 'src/index.ts', type: 'file', bytes: 22 }]) as unknown,
  },
  github_read_file: { text: '# App\n', lines: 2 },
  github_search_code: { matches: [{ path: 'src/index.ts' }] },
  github_list_pull_request_files: { files: [{ path: 'src/index.ts', additions: 1 }] },
  github_get_job_log: {
    excerpts: [{ text: expect.stringContaining('npm ERR! code ERESOLVE\n##[error]') as unknown }],
  },
  github_list_workflows: { workflows: [{ path: '.github/workflows/ci.yml' }] },
  github_list_code_scanning_alerts: { alerts: [{ rule: 'sql-injection', severity: 'high', line: 1 }] },
  github_list_dependabot_alerts: { alerts: [{ package: 'left-pad', fixedIn: '2.0.0' }] },
  github_list_collaborators: { collaborators: [{ login: 'hubot', role: 'read' }] },
  github_list_deployments: { deployments: [{ environment: 'staging' }] },
  github_merge_pull_request: { merged: true },
};

/** What an example would take away from a later one comes last. */
const last = [
  'github_merge_pull_request',
  'github_close_pull_request',
  'github_delete_branch',
  'github_remove_collaborator',
];
const order = ({ name, risk }: (typeof githubTools)[number]): number =>
  risk === 'read' ? -2 : last.indexOf(name);
const tools = githubTools.toSorted((a, b) => order(a) - order(b));

describe('the example of', () => {
  it.each(tools.map(tool => [tool.name, tool] as const))('%s works', async (name, definition) => {
    const input = { ...definition.example, ...ids[name] };
    const tool = scene.tool(name);
    const before = scene.github.requests.length;
    const dry = await call(tool, input, { dryRun: true });
    const changing = scene.github.requests
      .slice(before)
      .filter(({ operation }) => !operation.startsWith('GET '));
    expect(changing.map(({ operation }) => operation)).toEqual([]);
    expect(dry).toMatchObject({ kind: definition.risk === 'read' ? 'ok' : 'would' });
    const result = await call(tool, input, { ports: testPorts(approving) });
    expect(result).toMatchObject({ kind: 'ok', value: expected[name] ?? {} });
    scene.github.assertValid();
  });
});

it('calls every operation that only tools need, each answered as GitHub describes it', async () => {
  const [failed] = scene.repository.workflowRuns;
  const ports = testPorts(approving);
  await call(scene.tool('github_list_repositories'), { limit: 1 });
  await call(scene.tool('github_create_repository'), { organisation: 'acme', name: 'site' }, { ports });
  if (failed !== undefined) failed.status = 'completed';
  await call(scene.tool('github_rerun_workflow'), { run: failed?.id, failedOnly: false }, { ports });
  const called = scene.github.requests.map(({ operation }) => operation);
  expect(operationsOfTools.filter(operation => !called.includes(operation))).toEqual([]);
  scene.github.assertValid();
});
