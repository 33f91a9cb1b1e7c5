import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGitHub, type TestGitHub } from '../fakes/start-github.ts';
import { check, type GateScene, openGateScene, review, wants } from './gate-scene.ts';

let test: TestGitHub;
beforeAll(async () => {
  test = await startTestGitHub();
});
afterAll(async () => {
  test.github.assertValid();
  await test.close();
});

async function read(scene: GateScene) {
  const reading = await scene.client.pullRequestChange(scene.pullRequest.number, wants);
  if (reading === undefined) throw new Error('there is a pull request');
  return reading;
}

async function checksOf(scene: GateScene) {
  const { checks } = (await read(scene)).change;
  if (checks.kind === 'unreadable') throw new Error(checks.reason);
  return checks.value;
}

describe('a pull request to deploy', () => {
  it('is read with its head, in three requests', async () => {
    const scene = openGateScene(test);
    const { repository, pullRequest } = scene;
    repository.verifiedCommits.add(pullRequest.headSha);
    const { change, earlier } = await read(scene);
    expect(change).toMatchObject({
      defaultBranch: 'main',
      behindBy: { kind: 'known', value: 0 },
      verified: { kind: 'known', value: true },
      checks: { kind: 'known', value: { reported: [], required: [] } },
      pullRequest: {
        number: pullRequest.number,
        state: 'open',
        draft: false,
        fork: false,
        author: 'mona',
        headSha: pullRequest.headSha,
        headRef: 'change',
        headExists: true,
        baseRef: 'main',
        mergeable: 'yes',
        reviews: { kind: 'known', value: [] },
        firstCheckSuiteAt: repository.pushes.find(({ branch }) => branch === 'change')?.at,
      },
    });
    expect(earlier).toEqual({ kind: 'known', value: [{ environment: 'staging', sha: null, active: false }] });
    expect(test.github.requests.map(({ operation }) => operation).toSorted()).toEqual([
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      'GET /repos/{owner}/{repo}/rules/branches/{branch}',
      'POST /graphql',
    ]);
  });

  it('needs one request where nothing further is wanted', async () => {
    const scene = openGateScene(test);
    await scene.client.pullRequestChange(scene.pullRequest.number, {
      requiredChecks: false,
      behind: false,
      earlier: [],
    });
    expect(test.github.requests.map(({ operation }) => operation)).toEqual(['POST /graphql']);
  });

  it('is told apart when it is of a fork, its branch is gone, it conflicts, or is behind', async () => {
    const scene = openGateScene(test, { fork: true });
    expect((await read(scene)).change.pullRequest).toMatchObject({ fork: true, headExists: true });
    const own = openGateScene(test);
    own.repository.push('main', { 'app.txt': 'other\n' });
    const { change } = await read(own);
    expect(change).toMatchObject({ behindBy: { value: 1 }, pullRequest: { mergeable: 'conflicting' } });
    own.repository.git.run(['update-ref', '-d', 'refs/heads/change']);
    expect((await read(own)).change.pullRequest).toMatchObject({
      headExists: false,
      firstCheckSuiteAt: null,
    });
    expect(await own.client.pullRequestChange(99, wants)).toBeUndefined();
  });

  it('waits a little for GitHub to find out whether it conflicts', async () => {
    const scene = openGateScene(test);
    scene.repository.mergeableUnknown = 2;
    expect((await read(scene)).change.pullRequest?.mergeable).toBe('yes');
    expect(scene.waits).toEqual([1_000, 2_000]);
    scene.repository.mergeableUnknown = 9;
    expect((await read(scene)).change.pullRequest?.mergeable).toBe('unknown');
  });

  it('is read again when its head moves meanwhile', async () => {
    const scene = openGateScene(test);
    scene.repository.mergeableUnknown = 1;
    test.github.intercept = ({ body }, phase) => {
      if (phase === 'arrived' && `${JSON.stringify(body)}`.includes('query Mergeable'))
        scene.repository.push('change', { b: '1' });
      return undefined;
    };
    await expect(read(scene)).rejects.toMatchObject({ code: 'head-moving', retryable: true });
    test.github.intercept = undefined;
  });
});

describe('its checks', () => {
  it('are those of every page, check runs and statuses both', async () => {
    const scene = openGateScene(test);
    for (let index = 0; index < 230; index += 1) check(scene, `test-${index}`);
    check(scene, 'last', { conclusion: 'failure' });
    scene.repository.statuses.push({
      id: 1,
      sha: scene.pullRequest.headSha,
      state: 'pending',
      context: 'ci/legacy',
      description: null,
      targetUrl: null,
      creator: 'mona',
      createdAt: '2026-11-21T09:00:00Z',
    });
    const { reported } = await checksOf(scene);
    expect(reported).toHaveLength(232);
    expect(reported).toContainEqual({ name: 'last', appId: 7, state: 'failed', required: false, own: false });
    expect(reported).toContainEqual({
      name: 'ci/legacy',
      appId: null,
      state: 'pending',
      required: false,
      own: false,
    });
  });

  it.each([
    ['a later green run', [{ conclusion: 'failure' }, { startedAt: '2026-11-21T09:01:00Z' }], 'green'],
    [
      'a later failed run, listed first',
      [{ conclusion: 'failure', startedAt: '2026-11-21T09:01:00Z' }, {}],
      'failed',
    ],
    ['two runs of the same second', [{}, { conclusion: 'timed_out' }], 'failed'],
    [
      'a run that is under way again',
      [{}, { status: 'in_progress', startedAt: '2026-11-21T09:01:00Z' }],
      'pending',
    ],
    ['a skipped run', [{ conclusion: 'skipped' }], 'green'],
    ['a neutral run', [{ conclusion: 'neutral' }], 'green'],
    ['a run that waits for somebody', [{ conclusion: 'action_required' }], 'failed'],
    ['a stale run', [{ conclusion: 'stale' }], 'failed'],
    ['a queued run', [{ status: 'queued' }], 'pending'],
  ] as const)('%s of a name counts', async (_name, runs, state) => {
    const scene = openGateScene(test);
    for (const run of runs) check(scene, 'test', run);
    expect((await checksOf(scene)).reported).toMatchObject([{ name: 'test', state }]);
  });

  it('are apart by App, and our own of the deployment is marked', async () => {
    const scene = openGateScene(test);
    const own = test.github.state.appId;
    check(scene, 'test', { appId: 8, conclusion: 'failure' });
    check(scene, 'test');
    check(scene, 'devops / deploy staging', { appId: own, status: 'in_progress' });
    // Somebody else's check of our name is not ours, and our review is one to wait for.
    check(scene, 'devops / deploy staging', { conclusion: 'failure' });
    check(scene, 'devops', { appId: own });
    const { reported } = await checksOf(scene);
    expect(reported.map(({ appId, name, state, own: isOwn }) => [appId, name, state, isOwn])).toEqual([
      [8, 'test', 'failed', false],
      [7, 'test', 'green', false],
      [own, 'devops / deploy staging', 'pending', true],
      [7, 'devops / deploy staging', 'failed', false],
      [own, 'devops', 'green', false],
    ]);
  });

  it('are required by classic protection and by rulesets', async () => {
    const scene = openGateScene(test);
    scene.repository.requiredContexts.push('classic');
    scene.repository.requiredByRulesets.push({ context: 'ruled', appId: 7 });
    check(scene, 'ruled');
    expect(await checksOf(scene)).toMatchObject({
      reported: [{ name: 'ruled', required: true }],
      required: [
        { name: 'ruled', appId: 7 },
        { name: 'classic', appId: null },
      ],
    });
  });
});

describe('its reviews', () => {
  it('are the newest of each person over every page, comments leaving them as they are', async () => {
    const scene = openGateScene(test);
    for (let index = 0; index < 120; index += 1) review(scene, `stranger${index}`, 'APPROVED');
    review(scene, 'rita', 'CHANGES_REQUESTED');
    review(scene, 'rita', 'APPROVED');
    review(scene, 'rita', 'COMMENTED');
    review(scene, 'sam', 'APPROVED', 'f'.repeat(40));
    review(scene, 'sam', 'DISMISSED');
    const { pullRequest } = (await read(scene)).change;
    const reviews = pullRequest?.reviews.kind === 'known' ? pullRequest.reviews.value : [];
    const head = scene.pullRequest.headSha;
    expect(reviews).toHaveLength(122);
    expect(reviews).toContainEqual({ author: 'rita', state: 'approved', commitSha: head, canWrite: true });
    expect(reviews).toContainEqual({ author: 'sam', state: 'dismissed', commitSha: head, canWrite: false });
    expect(reviews).toContainEqual({
      author: 'stranger0',
      state: 'approved',
      commitSha: head,
      canWrite: false,
    });
  });
});

describe('a commit of a branch to deploy', () => {
  it('is of the first branch that holds it', async () => {
    const { client, repository, pullRequest } = openGateScene(test);
    const main = repository.git.commitOf('main') ?? '';
    repository.push('main', { 'more.txt': '1' });
    const onMain = await client.branchChange(main, ['release', 'main'], wants);
    expect(onMain.change).toMatchObject({ pullRequest: null, onBranch: 'main', checks: { kind: 'known' } });
    expect((await client.branchChange(pullRequest.headSha, ['main'], wants)).change.onBranch).toBeNull();
    const unknown = await client.branchChange('f'.repeat(40), ['main'], wants);
    expect(unknown.change).toMatchObject({
      onBranch: null,
      checks: { kind: 'unreadable' },
      verified: { kind: 'unreadable' },
    });
  });
});

describe('the environment', () => {
  it('has the rules that GitHub has for it', async () => {
    const { client, repository } = openGateScene(test);
    expect(await client.protection('production', 'change')).toMatchObject({ value: { exists: false } });
    repository.environments.add('production');
    expect(await client.protection('production', 'change')).toEqual({
      kind: 'known',
      value: { exists: true, waitMinutes: 0, reviewers: null, branches: null, branchProtected: false },
    });
    const reviewers = { users: ['olga'], teams: ['release'] };
    repository.environmentRules.set('production', {
      waitMinutes: 30,
      reviewers,
      preventSelfReview: true,
      branches: ['main', 'release/*'],
    });
    expect(await client.protection('production', 'change')).toMatchObject({
      value: {
        waitMinutes: 30,
        reviewers: { ...reviewers, preventSelfReview: true },
        branches: ['main', 'release/*'],
      },
    });
    repository.environmentRules.set('production', { branches: 'protected' });
    repository.protectedBranches.add('main');
    expect(await client.protection('production', 'change')).toMatchObject({
      value: { branches: 'protected', branchProtected: false },
    });
    expect(await client.protection('production', 'main')).toMatchObject({ value: { branchProtected: true } });
  });
});

describe('people and heads', () => {
  it('knows the teams of a person', async () => {
    const { client } = openGateScene(test);
    test.github.state.teams.set('octo/release', new Set(['mona']));
    expect(await client.teamsOf('mona', ['release', 'other'])).toEqual({ kind: 'known', value: ['release'] });
    expect(await client.teamsOf('sam', ['release'])).toEqual({ kind: 'known', value: [] });
    expect(await client.teamsOf('sam', [])).toEqual({ kind: 'known', value: [] });
  });

  it('knows the head at this moment, and updates the branch only from there', async () => {
    const { client, repository, pullRequest } = openGateScene(test);
    const { number, headSha } = pullRequest;
    expect(await client.headOf(number)).toEqual({ headSha, open: true, headExists: true });
    expect(await client.headOf(98)).toBeUndefined();
    expect(await client.updateBranch(number, 'f'.repeat(40))).toBe('refused');
    expect(await client.updateBranch(number, headSha)).toBe('updating');
    expect(repository.pullRequests.get(number)?.headSha).not.toBe(headSha);
  });
});
