import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePullRequest, type FakeRepository, fakeRoutes } from './github/index.ts';
import { operationsOfTools } from './operations-of-tools.ts';
import { appJwt, startTestGitHub, type TestGitHub } from './start-github.ts';

let test: TestGitHub;
let repository: FakeRepository;
let pullRequest: FakePullRequest;
let call: TestGitHub['call'];
const repo = '/repos/octo/hello';

beforeAll(async () => {
  test = await startTestGitHub();
  call = test.call;
  repository = test.github.state.repository({
    name: 'hello',
    files: { 'README.md': '# Hello\n', '.github/workflows/ci.yml': 'on: [push, workflow_dispatch]\n' },
  });
  repository.push('change', { 'src/a.ts': 'export const a = 1;\n' });
  pullRequest = repository.openPullRequest({ head: 'change', title: 'Add a', author: 'mona' });
  repository.roles.set('mona', 'maintain');
});
afterAll(() => test.close());

describe('pull requests', () => {
  it('are read with what they change', async () => {
    const { json } = await call(`GET ${repo}/pulls/1`);
    expect(json).toMatchObject({ title: 'Add a', changed_files: 1, additions: 1, mergeable: true });
    expect((await call(`GET ${repo}/pulls?state=open`)).json).toMatchObject([{ number: 1 }]);
    expect((await call(`GET ${repo}/pulls/1/files`)).json).toMatchObject([{ filename: 'src/a.ts' }]);
    expect((await call(`GET ${repo}/pulls/1/commits`)).json).toMatchObject([{ sha: pullRequest.headSha }]);
    const commit = `GET ${repo}/commits/${pullRequest.headSha}`;
    expect((await call(`${commit}/pulls`)).json).toMatchObject([{ number: 1 }]);
  });

  it('are reviewed on lines of the change only', async () => {
    const comments = [{ path: 'src/a.ts', line: 1, body: 'Why?' }];
    const review = await call(`POST ${repo}/pulls/1/reviews`, {
      body: { event: 'COMMENT', body: 'Hm', comments },
    });
    expect(review.json).toMatchObject({ state: 'COMMENTED', commit_id: pullRequest.headSha });
    expect((await call(`GET ${repo}/pulls/1/reviews/${review.json.id}`)).json.body).toBe('Hm');
    expect((await call(`GET ${repo}/pulls/1/reviews`)).json).toHaveLength(1);
    const comment = { path: 'src/a.ts', line: 9, body: 'Where?', commit_id: pullRequest.headSha };
    const refused = await call(`POST ${repo}/pulls/1/comments`, { body: comment });
    expect(refused).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining('Line could not') },
    });
    const placed = await call(`POST ${repo}/pulls/1/comments`, { body: { ...comment, line: 1 } });
    expect(placed.status).toBe(201);
    expect((await call(`GET ${repo}/pulls/1/comments`)).json).toHaveLength(2);
    const path = `${repo}/pulls/comments/${placed.json.id}`;
    expect((await call(`PATCH ${path}`, { body: { body: 'Now' } })).json.body).toBe('Now');
    expect((await call(`GET ${path}`)).json.body).toBe('Now');
    expect((await call(`DELETE ${path}`)).status).toBe(204);
    expect((await call(`GET ${path}`)).status).toBe(404);
  });
});

describe('issues', () => {
  it('have comments that are edited, listed since a time, reacted to and deleted', async () => {
    const created = await call(`POST ${repo}/issues/1/comments`, { body: { body: 'One' } });
    expect(created.json).toMatchObject({ body: 'One', user: { login: 'agentic-devops[bot]', type: 'Bot' } });
    const path = `${repo}/issues/comments/${created.json.id}`;
    expect((await call(`PATCH ${path}`, { body: { body: 'Two' } })).json.body).toBe('Two');
    expect((await call(`GET ${path}`)).json.body).toBe('Two');
    expect((await call(`GET ${repo}/issues/1/comments?since=2999-01-01T00:00:00Z`)).json).toEqual([]);
    expect((await call(`GET ${repo}/issues/comments`)).json).toHaveLength(1);
    const reaction = await call(`POST ${path}/reactions`, { body: { content: 'eyes' } });
    const again = await call(`POST ${path}/reactions`, { body: { content: 'eyes' } });
    expect([reaction.status, again.status]).toEqual([201, 200]);
    expect((await call(`GET ${path}/reactions`)).json).toMatchObject([{ content: 'eyes' }]);
    expect((await call(`DELETE ${path}/reactions/${reaction.json.id}`)).status).toBe(204);
    expect((await call(`DELETE ${path}`)).status).toBe(204);
    expect((await call(`GET ${path}`)).status).toBe(404);
  });

  it('refuse comments that are empty or too long', async () => {
    const post = async (body: string) =>
      (await call(`POST ${repo}/issues/1/comments`, { body: { body } })).status;
    expect([await post(' '), await post('a'.repeat(65_536)), await post('a'.repeat(65_537))]).toEqual([
      422, 201, 422,
    ]);
  });

  it('are opened, labelled, closed and listed', async () => {
    const { json } = await call(`POST ${repo}/issues`, { body: { title: 'Incident', labels: ['outage'] } });
    expect(json.number).toBe(2);
    const path = `${repo}/issues/2`;
    expect((await call(`POST ${repo}/labels`, { body: { name: 'fixed', color: '00ff00' } })).status).toBe(
      201,
    );
    expect((await call(`POST ${path}/labels`, { body: { labels: ['fixed'] } })).json).toHaveLength(2);
    expect((await call(`DELETE ${path}/labels/outage`)).json).toMatchObject([{ name: 'fixed' }]);
    expect((await call(`GET ${path}/labels`)).json).toHaveLength(1);
    expect((await call(`GET ${repo}/labels`)).json).toHaveLength(1);
    const assignees = { assignees: ['nobody-here'] };
    expect((await call(`POST ${path}/assignees`, { body: assignees })).json.assignees).toEqual([]);
    expect((await call(`PATCH ${path}`, { body: { state: 'closed' } })).json.state).toBe('closed');
    expect((await call(`GET ${path}`)).json.closed_at).toEqual(expect.any(String));
    // A pull request is an issue too.
    expect((await call(`GET ${repo}/issues?state=all`)).json).toMatchObject([
      { number: 2 },
      { number: 1, pull_request: {} },
    ]);
  });
});

describe('check runs', () => {
  const annotation = (line: number) => ({
    path: 'src/a.ts',
    start_line: line,
    end_line: line,
    annotation_level: 'warning',
    message: 'Look',
  });
  const output = (count: number) => ({
    title: 'Found',
    summary: 'Something',
    annotations: Array.from({ length: count }, (_, index) => annotation(index + 1)),
  });

  it('add the annotations of every request and complete with a conclusion', async () => {
    const created = await call(`POST ${repo}/check-runs`, {
      body: { name: 'review', head_sha: pullRequest.headSha, status: 'in_progress', output: output(50) },
    });
    const path = `${repo}/check-runs/${created.json.id}`;
    expect(created.json).toMatchObject({ conclusion: null, pull_requests: [{ number: 1 }] });
    const body = { conclusion: 'failure', output: output(20) };
    expect((await call(`PATCH ${path}`, { body })).json).toMatchObject({
      status: 'completed',
      output: { annotations_count: 70 },
    });
    expect((await call(`GET ${path}/annotations?per_page=100`)).json).toHaveLength(70);
    expect((await call(`GET ${path}`)).json.completed_at).toEqual(expect.any(String));
    const suite = created.json.check_suite.id;
    expect((await call(`GET ${repo}/check-suites/${suite}`)).json.conclusion).toBe('failure');
    expect((await call(`GET ${repo}/check-suites/${suite}/check-runs`)).json.total_count).toBe(1);
    expect((await call(`GET ${repo}/commits/change/check-suites`)).json.total_count).toBe(1);
    expect((await call(`POST ${repo}/check-suites/${suite}/rerequest`)).status).toBe(201);
    expect((await call(`POST ${path}/rerequest`)).status).toBe(201);
  });

  it('of one name are listed by the latest, or all', async () => {
    for (const external of ['first', 'second'])
      await call(`POST ${repo}/check-runs`, {
        body: { name: 'twice', head_sha: pullRequest.headSha, external_id: external },
      });
    const list = `GET ${repo}/commits/change/check-runs?check_name=twice`;
    expect((await call(list)).json.check_runs).toMatchObject([{ external_id: 'second' }]);
    expect((await call(`${list}&filter=all`)).json.total_count).toBe(2);
  });

  it.each([
    ['completed without a conclusion', { status: 'completed' }, /conclusion/],
    ['with columns over several lines', { output: columns() }, /start_column/],
  ])('are refused when %s', async (_name, fields, message) => {
    const body = { name: 'bad', head_sha: pullRequest.headSha, ...fields };
    const refused = await call(`POST ${repo}/check-runs`, { body });
    expect(refused.status).toBe(422);
    expect(refused.json.message).toMatch(message);
  });
  function columns() {
    const annotations = [{ ...annotation(1), end_line: 2, start_column: 1 }];
    return { title: 'Found', summary: 'Something', annotations };
  }
});

describe('commits and files', () => {
  it('are read in every form', async () => {
    const plain = (accept: string) => ({ accept: `application/vnd.github.${accept}` });
    const commits = await call(`GET ${repo}/commits?path=README.md`);
    expect(commits.json).toHaveLength(1);
    expect((await call(`GET ${repo}/commits/main`, plain('sha'))).text).toBe(commits.json[0].sha);
    expect((await call(`GET ${repo}/commits/change`)).json.files).toHaveLength(1);
    expect((await call(`GET ${repo}/commits/nothing`)).status).toBe(422);
    expect((await call(`GET ${repo}/branches`)).json).toMatchObject([{ name: 'change' }, { name: 'main' }]);
    expect((await call(`GET ${repo}/branches/main`)).json.commit.sha).toBe(commits.json[0].sha);
    const ref = await call(`GET ${repo}/git/ref/heads/main`);
    expect(ref.json.object).toMatchObject({ type: 'commit', sha: commits.json[0].sha });
    const tree = await call(`GET ${repo}/git/trees/main?recursive=1`);
    expect(tree.json.tree.map(({ path }: { path: string }) => path)).toContain('.github/workflows/ci.yml');
    const file = await call(`GET ${repo}/contents/README.md`);
    expect(Buffer.from(file.json.content, 'base64').toString()).toBe('# Hello\n');
    expect((await call(`GET ${repo}/contents/README.md`, plain('raw+json'))).text).toBe('# Hello\n');
    expect((await call(`GET ${repo}/git/blobs/${file.json.sha}`)).json.size).toBe(8);
    expect((await call(`GET ${repo}/contents/.github`)).json).toMatchObject([{ type: 'dir' }]);
    expect((await call(`GET ${repo}/contents/.github`, plain('object+json'))).json.type).toBe('dir');
    expect((await call(`GET ${repo}/compare/main...change`)).json).toMatchObject({ status: 'ahead' });
  });

  it('give links, submodules and large files as documented', async () => {
    test.github.state.repository({
      name: 'kinds',
      files: {
        'a.txt': 'a\n',
        link: { symlink: 'a.txt' },
        away: { symlink: '/etc/passwd' },
        vendored: { submodule: 'b'.repeat(40) },
        '.gitmodules': '[submodule "v"]\n\tpath = vendored\n\turl = https://example.com/v.git\n',
        'large.txt': 'a'.repeat(1_000_001),
      },
    });
    const at = async (path: string) => (await call(`GET /repos/octo/kinds/contents/${path}`)).json;
    expect(await at('link')).toMatchObject({ type: 'file', content: 'YQo=\n' });
    expect(await at('away')).toMatchObject({ type: 'symlink', target: '/etc/passwd' });
    expect(await at('vendored')).toMatchObject({
      type: 'submodule',
      sha: 'b'.repeat(40),
      submodule_git_url: 'https://example.com/v.git',
    });
    expect(await at('large.txt')).toMatchObject({ encoding: 'none', content: '', size: 1_000_001 });
    const listed: readonly { name: string; type: string }[] = await at('');
    expect(listed.find(({ name }) => name === 'vendored')?.type).toBe('file');
  });

  it('have statuses, combined by the latest of each context', async () => {
    const sha = pullRequest.headSha;
    for (const [state, context] of [
      ['failure', 'build'],
      ['success', 'build'],
      ['pending', 'lint'],
    ])
      await call(`POST ${repo}/statuses/${sha}`, { body: { state, context } });
    const combined = await call(`GET ${repo}/commits/${sha}/status`);
    expect(combined.json).toMatchObject({ state: 'pending', total_count: 2 });
    expect((await call(`GET ${repo}/commits/${sha}/statuses`)).json).toHaveLength(3);
  });
});

describe('deployments', () => {
  it('go through their states, and a success makes the one before inactive', async () => {
    const create = async () =>
      await call(`POST ${repo}/deployments`, {
        body: { ref: 'main', environment: 'staging', auto_merge: false, required_contexts: [] },
      });
    const [first, second] = [await create(), await create()];
    expect(first.json.sha).toBe(repository.git.commitOf('main'));
    for (const { json } of [first, second])
      await call(`POST ${repo}/deployments/${json.id}/statuses`, { body: { state: 'success' } });
    const states = await call(`GET ${repo}/deployments/${first.json.id}/statuses`);
    expect(states.json.map(({ state }: { state: string }) => state)).toEqual(['inactive', 'success']);
    expect((await call(`GET ${repo}/deployments?environment=staging`)).json).toHaveLength(2);
    expect((await call(`GET ${repo}/deployments/${first.json.id}`)).json.environment).toBe('staging');
    expect((await call(`GET ${repo}/environments`)).json.environments).toMatchObject([{ name: 'staging' }]);
    expect((await call(`GET ${repo}/environments/staging`)).status).toBe(200);
  });
});

describe('workflows', () => {
  it('are dispatched, listed and read down to the log', async () => {
    const dispatch = `POST ${repo}/actions/workflows/ci.yml/dispatches`;
    expect((await call(dispatch, { body: { ref: 'main' } })).status).toBe(204);
    const run = repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: 'change',
      conclusion: 'failure',
      jobs: [{ name: 'test', conclusion: 'failure', log: 'it broke\n' }],
    });
    const runs = await call(`GET ${repo}/actions/runs?status=failure`);
    expect(runs.json.workflow_runs).toMatchObject([{ id: run.id }]);
    expect((await call(`GET ${repo}/actions/runs/${run.id}`)).json.head_sha).toBe(pullRequest.headSha);
    const jobs = await call(`GET ${repo}/actions/runs/${run.id}/jobs`);
    const log = await call(`GET ${repo}/actions/jobs/${jobs.json.jobs[0].id}/logs`);
    expect(log.text).toBe('it broke\n');
  });

  it('take the declared inputs only, tell the run if asked, and are cancelled', async () => {
    const dispatch = (body: object): ReturnType<typeof call> =>
      call(`POST ${repo}/actions/workflows/deploy.yml/dispatches`, { body });
    const trigger = 'workflow_dispatch: { inputs: { sha: { required: true } } }';
    repository.push('main', {
      '.github/workflows/deploy.yml': `run-name: Deploy \${{ inputs.sha }}\non: { ${trigger} }\njobs: {}\n`,
    });
    expect((await dispatch({ ref: 'main' })).json.message).toBe("Required input 'sha' not provided");
    expect((await dispatch({ ref: 'main', inputs: { sha: 'abc', env: 'x' } })).json.message).toBe(
      'Unexpected inputs provided: ["env"]',
    );
    const { json } = await dispatch({ ref: 'main', inputs: { sha: 'abc' }, return_run_details: true });
    const listed = await call(`GET ${repo}/actions/workflows/deploy.yml/runs?event=workflow_dispatch`);
    expect(listed.json.workflow_runs).toMatchObject([
      { id: json.workflow_run_id, display_title: 'Deploy abc', status: 'queued' },
    ]);
    const cancel = (): ReturnType<typeof call> =>
      call(`POST ${repo}/actions/runs/${json.workflow_run_id}/cancel`);
    expect((await cancel()).status).toBe(202);
    expect((await cancel()).status).toBe(409);
  });
});

describe('code scanning', () => {
  it('takes SARIF where it is on', async () => {
    const sarif = gzipSync(JSON.stringify({ version: '2.1.0', runs: [] })).toString('base64');
    const body = { commit_sha: pullRequest.headSha, ref: 'refs/pull/1/head', sarif };
    const upload = () => call(`POST ${repo}/code-scanning/sarifs`, { body });
    expect((await upload()).status).toBe(403);
    repository.codeScanning = true;
    const { json, status } = await upload();
    expect(status).toBe(202);
    const state = await call(`GET ${repo}/code-scanning/sarifs/${json.id}`);
    expect(state.json.processing_status).toBe('complete');
    expect(repository.sarifs[0]?.sarif).toEqual({ version: '2.1.0', runs: [] });
  });
});

describe('people', () => {
  it('have roles and teams', async () => {
    expect((await call(`GET ${repo}`)).json.owner.login).toBe('octo');
    const role = async (login: string) => (await call(`GET ${repo}/collaborators/${login}/permission`)).json;
    expect(await role('mona')).toMatchObject({ permission: 'write', role_name: 'maintain' });
    expect(await role('stranger')).toMatchObject({ permission: 'read', role_name: 'read' });
    test.github.state.teams.set('octo/release', new Set(['mona']));
    const membership = (login: string) => call(`GET /orgs/octo/teams/release/memberships/${login}`);
    expect((await membership('mona')).json.state).toBe('active');
    expect((await membership('stranger')).status).toBe(404);
  });
});

describe('rules', () => {
  it('are those of branches and environments', async () => {
    repository.requiredByRulesets.push({ context: 'test', appId: 7 });
    expect((await call(`GET ${repo}/rules/branches/main`)).json).toMatchObject([
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'test', integration_id: 7 }] },
      },
    ]);
    repository.environments.add('guarded');
    repository.environmentRules.set('guarded', {
      waitMinutes: 5,
      reviewers: { users: ['mona'], teams: ['release'] },
      branches: ['main'],
    });
    const { json } = await call(`GET ${repo}/environments/guarded`);
    expect(json.protection_rules.map((rule: { readonly type: string }) => rule.type)).toEqual([
      'wait_timer',
      'required_reviewers',
      'branch_policy',
    ]);
    const policies = await call(`GET ${repo}/environments/guarded/deployment-branch-policies`);
    expect(policies.json).toMatchObject({ total_count: 1, branch_policies: [{ name: 'main' }] });
    const answer = { environment_name: 'guarded', state: 'approved', comment: 'Fine.' };
    const answered = await call(`POST ${repo}/actions/runs/5/deployment_protection_rule`, { body: answer });
    expect(answered.status).toBe(204);
    expect(repository.protectionRuleAnswers).toEqual([
      { run: 5, environment: 'guarded', state: 'approved', comment: 'Fine.' },
    ]);
  });

  it('keep a branch from being updated from another head', async () => {
    repository.push('behind', { 'src/b.ts': '' });
    const { number, headSha } = repository.openPullRequest({ head: 'behind' });
    const update = (expected: string) =>
      call(`PUT ${repo}/pulls/${number}/update-branch`, { body: { expected_head_sha: expected } });
    expect((await update('f'.repeat(40))).status).toBe(422);
    expect((await update(headSha)).status).toBe(202);
  });
});

describe('the App', () => {
  it('sees itself, its installations and what they were given', async () => {
    const token = appJwt(test.github.privateKey, { issuer: test.github.state.appId });
    expect((await call('GET /app', { token })).json.slug).toBe('agentic-devops');
    const [installation] = (await call('GET /app/installations', { token })).json;
    expect(installation.account.login).toBe('octo');
    expect((await call(`GET /app/installations/${installation.id}`, { token })).json.app_id).toBe(4242);
    expect((await call(`GET ${repo}/installation`, { token })).json.id).toBe(installation.id);
    const created = await call(`POST /app/installations/${installation.id}/access_tokens`, {
      token,
      body: { repositories: ['hello'], permissions: { contents: 'read' } },
    });
    const own = { token: created.json.token };
    const given = await call('GET /installation/repositories', own);
    expect(given.json).toMatchObject({ total_count: 1, repositories: [{ name: 'hello' }] });
    expect((await call('DELETE /installation/token', own)).status).toBe(204);
    expect((await call(`GET ${repo}`, own)).status).toBe(401);
    expect((await call('POST /app-manifests/manifest-code/conversions', { token: '' })).json.pem).toContain(
      'KEY',
    );
  });
});

describe('advisories', () => {
  it('tell of actions, and of what a change adds where there is dependency review', async () => {
    test.github.state.advisories.push({ id: 'GHSA-1', name: 'octo/tool', range: '< 2', severity: 'high' });
    const found = await call('GET /advisories?ecosystem=actions&affects=octo/tool');
    expect(found.json).toMatchObject([{ ghsa_id: 'GHSA-1', severity: 'high' }]);
    const compare = `GET ${repo}/dependency-graph/compare/main...change`;
    expect((await call(compare)).status).toBe(403);
    const vulnerabilities = [{ id: 'GHSA-2', severity: 'low' }];
    const added = {
      manifest: 'package.json',
      ecosystem: 'npm',
      name: 'a',
      version: '1.0.0',
      vulnerabilities,
    };
    repository.dependencyChanges = [added];
    expect((await call(compare)).json).toMatchObject([{ change_type: 'added', name: 'a' }]);
  });
});

describe('the whole', () => {
  it('answers as GitHub’s description says, and every operation but those of deliveries was called', () => {
    expect(test.github.answerProblems).toEqual([]);
    expect(test.github.violations).toEqual([]);
    const called = new Set(test.github.requests.map(({ operation }) => operation));
    const missed = fakeRoutes
      .map(({ operation }) => operation)
      .filter(operation => !called.has(operation) && !operationsOfTools.includes(operation));
    expect(missed.toSorted()).toEqual([
      'GET /app/hook/deliveries',
      'GET /app/hook/deliveries/{delivery_id}',
      'POST /app/hook/deliveries/{delivery_id}/attempts',
    ]);
  });
});
