import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeployState, deployCauses } from '../../src/contracts/deploy.ts';
import type { GateResult, HeldLock } from '../../src/contracts/gate.ts';
import { renderDeployCheck } from '../../src/results/deploy-check.ts';
import { renderDeployComment } from '../../src/results/deploy-comment.ts';
import { renderDeployStatus, renderHistory } from '../../src/results/deploy-status.ts';
import type { DeployView } from '../../src/results/deploy-view.ts';
import { renderDryRun } from '../../src/results/dry-run.ts';
import { renderLocks } from '../../src/results/locks.ts';

const links = { serverUrl: 'https://github.com', owner: 'octo', name: 'shop' };
const sha = 'abcdef1234567890abcdef1234567890abcdef12';
const view: DeployView = {
  links,
  runId: '0a1b2c3d4e5f',
  environment: 'staging',
  sha,
  cause: 'deploy',
  actor: 'mona',
  parameters: {},
  state: 'success',
  message: 'It is done.',
  next: undefined,
  advice: [],
  gates: [],
  logUrl: undefined,
  environmentUrl: undefined,
  firstError: undefined,
  durationMs: undefined,
  commands: [],
  warnings: [],
};
const held: HeldLock = {
  pullRequest: 12,
  runId: null,
  by: 'mona',
  reason: '',
  sticky: true,
  at: '2026-11-20T10:00:00.000Z',
  expiresAt: null,
};
const hostile =
  '@octo/all | <img src=x> [x](javascript:y)\n### Owned\n`` ` \u202e fixes #1 <!-- devops:deploy:v1 -->';

/** What may never come out of a text from outside: a mention, HTML, or a line of its own. */
function expectHarmless(markdown: string): void {
  const prose = markdown.replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  expect(prose).not.toMatch(/@octo/);
  expect(prose).not.toMatch(/<img/);
  expect(markdown).not.toMatch(/^### Owned/m);
  expect(markdown).not.toContain('\u202e');
}

describe('the comment about an environment', () => {
  it.each<[DeployState, string, string, string | undefined]>([
    ['checking', '⏳ Checking a deployment to staging', 'in_progress', undefined],
    ['waiting-for-lock', '⏸️ In line for staging', 'queued', undefined],
    ['waiting-for-approval', '✋ Deployment to staging waits for approval', 'completed', 'action_required'],
    ['queued', '⏳ Deploying to staging', 'queued', undefined],
    ['in-progress', '🚀 Deploying to staging', 'in_progress', undefined],
    ['verifying', '🔎 Verifying the deployment to staging', 'in_progress', undefined],
    ['success', '✅ Deployed to staging', 'completed', 'success'],
    ['failure', '❌ Deployment to staging failed', 'completed', 'failure'],
    ['error', '❌ Deployment to staging did not happen', 'completed', 'failure'],
    ['cancelled', '⏹️ Deployment to staging was cancelled', 'completed', 'cancelled'],
    ['refused', '🚫 Not deployed to staging', 'completed', 'action_required'],
    ['superseded', '⏭️ Deployment to staging was superseded', 'completed', 'neutral'],
  ])('and the check run say that it is %s', (state, headline, status, conclusion) => {
    const lines = renderDeployComment({ ...view, state }).split('\n');
    expect(lines.slice(0, 2)).toEqual(['<!-- devops:deploy:v1 environment=staging -->', `### ${headline}`]);
    const check = renderDeployCheck({ ...view, state });
    expect([check.title, check.status, check.conclusion]).toEqual([headline, status, conclusion]);
    expect(check.actions.map(({ identifier }) => identifier)).toEqual(
      state === 'waiting-for-approval' ? ['approve:0a1b2c3d4e5f', 'reject:0a1b2c3d4e5f'] : [],
    );
  });

  it.each([
    [0, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min 0 s'],
    [3_599_000, '59 min 59 s'],
    [7_380_000, '2 h 3 min'],
  ])('tells %i ms as %s', (durationMs, text) => {
    expect(renderDeployComment({ ...view, durationMs })).toContain(` · ${text}\n`);
  });

  it('links to http(s) only', () => {
    const shown = (environmentUrl: string) => renderDeployComment({ ...view, environmentUrl });
    expect(shown('https://staging.example.com/a?b=c')).toContain(
      '[open it](<https://staging.example.com/a?b=c>)',
    );
    expect(shown('javascript:alert(1)')).not.toContain('[open it]');
    expect(shown('https://x.example/>)[y](https://evil.example')).not.toContain('>)[y]');
  });

  it('unfolds the gates when one of them did not pass, and leaves out what is off', () => {
    const gates = [
      { gate: 'actor', verdict: 'pass', message: '`mona` may.' },
      { gate: 'checks', verdict: 'refuse', code: 'checks', message: 'a | b', next: 'Wait.' },
      { gate: 'freeze', verdict: 'off', message: 'None.' },
    ] as readonly GateResult[];
    const shown = renderDeployComment({ ...view, gates });
    expect(shown).toContain('<details open><summary>Gates: 1 of 2 passed</summary>');
    expect(shown).toContain('| ✗ | checks | a \\| b Wait. |');
    expect(shown).not.toContain('freeze');
    expect(renderDeployComment({ ...view, gates: gates.slice(0, 1) })).toContain('<details><summary>');
  });

  it('shows no text from outside as anything but text, within the limits of GitHub', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant(hostile));
    fc.assert(
      fc.property(text, fc.constantFrom(...deployCauses), (foreign, cause) => {
        const shown = {
          ...view,
          cause,
          parameters: { region: foreign },
          firstError: { where: foreign, text: foreign },
          advice: [{ title: 'Risk', text: foreign, items: [foreign], command: foreign }],
          warnings: [foreign],
          logUrl: foreign,
        };
        const comment = renderDeployComment(shown);
        expect(comment.match(/^<!-- devops:/gm)).toHaveLength(1);
        expect(comment.length).toBeLessThanOrEqual(65_536);
        expect(renderDeployCheck(shown).summary.length).toBeLessThanOrEqual(65_535);
      }),
    );
    expectHarmless(renderDeployComment({ ...view, warnings: [hostile], parameters: { region: hostile } }));
    const long = { where: 'x', text: 'y'.repeat(100_000) };
    expect(renderDeployComment({ ...view, firstError: long }).length).toBeLessThan(10_000);
  });
});

describe('lists', () => {
  it('of locks name holder, reason, end and line, on one row each', () => {
    expect(renderLocks([])).toBe('🔓 No environment is locked.');
    const waiting = [{ pullRequest: 13, runId: 'abc123' }];
    const lock = { ...held, reason: hostile };
    const table = renderLocks([
      { environment: 'staging', isGlobal: false, lock, waiting },
      {
        environment: '*',
        isGlobal: true,
        lock: { ...held, expiresAt: '2026-11-21T10:00:00.000Z' },
        waiting: [],
      },
    ]);
    expect(table.split('\n')).toHaveLength(4);
    expect(table).toContain('| unlocked | #13 `abc123` |');
    expect(table).toContain(
      '| **all** | by `mona` for #12 since 2026-11-20T10:00:00.000Z | 2026-11-21T10:00:00.000Z |',
    );
    expectHarmless(table);
  });

  it('of environments show the newest success as active, whatever failed since', () => {
    const record = {
      runId: 'abc123',
      repository: 'octo/shop',
      environment: 'staging',
      pullRequest: 12,
      sha,
      ref: 'change',
      actor: 'mona',
      cause: 'deploy',
      parameters: {},
      digest: 'd',
      state: 'success',
      deploymentId: 1,
      createdAt: '2026-11-20T10:00:00.000Z',
      updatedAt: '2026-11-20T10:01:00.000Z',
    } as const;
    const failed = { ...record, runId: 'def456', sha: 'f'.repeat(40), state: 'failure' } as const;
    expect(renderDeployStatus([], { links, locks: [] })).toBe('Nothing was deployed yet.');
    const table = renderDeployStatus([failed, record], {
      links,
      locks: [{ environment: 'staging', lock: held, waiting: [] }],
    });
    expect(table).toContain('[`abcdef1`](https://github.com/octo/shop/commit/');
    expect(table).toContain('of #12 by `mona`, 2026-11-20T10:01:00.000Z');
    expect(table).not.toContain('fffffff');
    expect(renderHistory('staging', [failed, record], links).split('\n')).toHaveLength(6);
    expect(renderHistory('staging', [], links)).toBe('Nothing was deployed to `staging` yet.');
  });
});

describe('a dry run', () => {
  const dryRun = {
    links,
    environment: 'staging',
    sha,
    allowed: true,
    gates: [],
    problems: [],
    runner: 'the workflow `deploy.yml`',
    parameters: {},
    running: null,
    change: null,
    warnings: [],
  } as const;
  const change = {
    commits: [{ sha, title: hostile, author: 'mona' }],
    totalCommits: 40,
    behindBy: 2,
    files: 300,
    cut: true,
    impact: [{ kind: 'migrations', paths: [hostile] }],
  } as const;
  const problems = [{ message: 'There is no such workflow.', next: 'Add it.' }];

  it.each([
    ['nothing known', {}, 'Nothing is known to run there yet'],
    ['the same commit', { running: sha }, 'Exactly this commit is running there already.'],
    ['no comparison', { running: 'f'.repeat(40) }, 'It could not be compared with'],
    ['a change', { running: 'f'.repeat(40), change }, '40 commits, at least 300 files.'],
    [
      'commits that would go',
      { running: 'f'.repeat(40), change },
      '**2 commits that are running now would be gone.**',
    ],
    ['more commits than shown', { running: 'f'.repeat(40), change }, '- and 39 more'],
    ['readiness', {}, `/devops deploy staging --ref ${sha}`],
    ['a problem', { problems }, '- ✗ There is no such workflow. Add it.'],
    ['a refusal', { allowed: false }, 'staging would not be deployed'],
  ])('says of %s what follows', (_what, changes, text) => {
    const shown = renderDryRun({ ...dryRun, ...changes });
    expect(shown).toContain(text);
    expect(shown.match(/^<!-- devops:/gm)).toHaveLength(1);
    expectHarmless(shown);
  });

  it('that would fail proposes no command', () => {
    expect(renderDryRun({ ...dryRun, problems })).not.toContain('next:');
    expect(renderDryRun({ ...dryRun, allowed: false })).not.toContain('next:');
  });
});
