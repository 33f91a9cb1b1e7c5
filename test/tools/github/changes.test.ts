import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToolResult } from '../../../src/contracts/tool.ts';
import { approving, call, context, testPorts } from '../tool-ports.ts';
import { startToolScene, type ToolScene } from './github-tools.ts';

let scene: ToolScene;
beforeEach(async () => {
  scene = await startToolScene();
});
afterEach(async () => {
  await scene.close();
});

/** The calls that changed something. */
function changes(): readonly string[] {
  return scene.github.requests
    .map(({ operation }) => operation)
    .filter(operation => !operation.startsWith('GET '));
}

describe('github_propose_change', () => {
  const input = {
    title: 'Say more, @octo/security',
    body: 'Fixes #1 ![x](https://evil.example/x.png)',
    files: [
      { path: 'README.md', content: '# App\n\nMore.\n' },
      { path: 'src/index.ts', content: null },
    ],
  };

  it('commits on a branch of its own and opens a pull request that mentions nobody and closes nothing', async () => {
    const before = scene.repository.git.resolve('refs/heads/main');
    const fromApp = { ...context, entry: 'app' as const };
    const result = await call(scene.tool('github_propose_change'), input, { context: fromApp });
    expect(result).toMatchObject({
      kind: 'ok',
      value: { branch: expect.stringMatching(/^devops\/[0-9a-f]{16}$/) as string },
    });
    const pull = [...scene.repository.pullRequests.values()].at(-1);
    expect(scene.repository.git.resolve('refs/heads/main')).toBe(before);
    expect(scene.repository.changeOf(pull ?? fail()).map(({ path, status }) => [path, status])).toEqual([
      ['README.md', 'modified'],
      ['src/index.ts', 'removed'],
    ]);
    expect(`${pull?.title} ${pull?.body}`).not.toMatch(/@octo|#1|!\[|:\/\//);
  });

  it.each([
    'POST /repos/{owner}/{repo}/git/trees',
    'POST /repos/{owner}/{repo}/git/commits',
    'POST /repos/{owner}/{repo}/git/refs',
    'POST /repos/{owner}/{repo}/pulls',
  ])('opens one pull request when the connection breaks after %s', async operation => {
    const ports = testPorts({ journal: brokenOnce() });
    scene.github.intercept = (request, phase) =>
      request.operation === operation && phase === 'done' ? 'drop' : undefined;
    const first = await call(scene.tool('github_propose_change'), input, { ports });
    expect(first).toMatchObject({ kind: 'failed', inDoubt: true });
    scene.github.intercept = undefined;
    expect(await call(scene.tool('github_propose_change'), input, { ports })).toMatchObject({ kind: 'ok' });
    expect(scene.repository.pullRequests.size).toBe(2);
  });

  /** A journal that has seen a start of every effect it is asked for a second time. */
  function brokenOnce(): NonNullable<ReturnType<typeof testPorts>['journal']> {
    const started = new Set<string>();
    return {
      step: (_name, perform) => perform(),
      async effect(name, { perform, reconcile }) {
        const found = started.has(name) ? await reconcile(`run-1:${name}`) : undefined;
        started.add(name);
        return found ?? (await perform(`run-1:${name}`));
      },
    };
  }
});

describe('github_merge_pull_request', () => {
  async function merge(overrides: object = {}): Promise<ToolResult> {
    const headSha = scene.repository.pullRequests.get(2)?.headSha;
    const input = { number: 2, headSha, approvals: 0, ...overrides };
    return await call(scene.tool('github_merge_pull_request'), input, { ports: testPorts(approving) });
  }

  const review = (state: 'APPROVED' | 'CHANGES_REQUESTED', author = 'hubot', commitId?: string): void => {
    scene.repository.reviews.push({
      id: 1,
      pullRequest: 2,
      author,
      body: '',
      state,
      commitId: commitId ?? scene.repository.pullRequests.get(2)?.headSha ?? '',
      submittedAt: new Date().toISOString(),
    });
  };

  it.each([
    [
      'a failing check',
      () =>
        scene.repository.addCheckRun(1, head(), {
          name: 'build',
          status: 'completed',
          conclusion: 'failure',
        }),
      {},
      'check "build" is failure',
    ],
    [
      'a check under way',
      () => scene.repository.addCheckRun(1, head(), { name: 'build', status: 'in_progress' }),
      {},
      'check "build" is in_progress',
    ],
    [
      'a draft',
      () => Object.assign(scene.repository.pullRequests.get(2) ?? {}, { draft: true }),
      {},
      'it is a draft',
    ],
    [
      'a closed one',
      () => Object.assign(scene.repository.pullRequests.get(2) ?? {}, { state: 'closed' }),
      {},
      'it is not open',
    ],
    ['a reviewer who objects', () => review('CHANGES_REQUESTED'), {}, 'hubot asks for changes'],
    ['too few approvals', () => undefined, { approvals: 1 }, 'it has 0 of 1 approvals'],
    [
      'an approval of an older head',
      () => review('APPROVED', 'hubot', 'a'.repeat(40)),
      { approvals: 1 },
      'it has 0 of 1 approvals',
    ],
    [
      'the author’s own approval',
      () => review('APPROVED', 'mona'),
      { approvals: 1 },
      'it has 0 of 1 approvals',
    ],
    ['another head', () => undefined, { headSha: 'b'.repeat(40) }, 'its head is'],
  ])('is stopped by %s', async (_name, arrange, overrides, reason) => {
    arrange();
    expect(await merge(overrides)).toMatchObject({
      code: 'gates',
      message: expect.stringContaining(reason) as string,
    });
    expect(changes()).toEqual([]);
  });

  it('merges when nothing stands in its way', async () => {
    review('APPROVED');
    expect(await merge({ approvals: 1 })).toMatchObject({ kind: 'ok', value: { merged: true } });
  });

  function head(): string {
    return scene.repository.pullRequests.get(2)?.headSha ?? '';
  }
});

describe('permissions', () => {
  it('that a token lacks are named', async () => {
    const reader = scene.withToken(scene.token({ contents: 'read', issues: 'read' }));
    expect(await call(reader('github_create_issue'), { title: 'x' })).toMatchObject({
      kind: 'refused',
      code: 'github-forbidden',
      message: expect.stringMatching(/needs issues:write.*GitHub asks for issues=write/) as string,
    });
  });

  it('of an unknown token are none', async () => {
    const stranger = scene.withToken('nonsense');
    expect(await call(stranger('github_get_repository'), {})).toMatchObject({ code: 'github-unauthorised' });
  });
});

describe('what a person types', () => {
  it('goes out as it is, with the mark of its call', async () => {
    await call(scene.tool('github_comment_on_issue'), { number: 1, body: 'Thanks @mona, see #2 <b>' });
    expect(scene.repository.commentsOf(1).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Thanks @mona, see #2 <b>\n\n<!-- devops:call=[0-9a-f]{16} -->$/),
    ]);
  });
});

function fail(): never {
  throw new Error('there is no pull request');
}
