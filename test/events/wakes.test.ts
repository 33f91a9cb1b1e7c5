import { describe, expect, it } from 'vitest';
import type { Task } from '../../src/contracts/run.ts';
import { translateDelivery } from '../../src/events/index.ts';

const envelope = {
  installation: { id: 7 },
  repository: { name: 'shop', default_branch: 'main', owner: { login: 'octo' } },
  sender: { login: 'mona', id: 1, type: 'User' },
};

/** What every workflow run's payload has. */
const run = {
  id: 5,
  name: 'ci',
  path: '.github/workflows/ci.yml',
  head_sha: 'a'.repeat(40),
  head_branch: 'change',
  run_attempt: 2,
};

function tasksOf(event: string, payload: object): readonly Task[] | string {
  const translation = translateDelivery({
    id: 'delivery',
    event,
    payload: { ...envelope, ...payload },
    receivedAt: '2026-11-21T00:00:00.000Z',
  });
  return translation.kind === 'ignored' ? translation.reason : translation.requests.map(({ task }) => task);
}

describe('what waiting deployments are woken by', () => {
  it.each([
    [
      'pull_request',
      { action: 'closed', pull_request: { number: 12, merged: false, base: { ref: 'main' } } },
      [{ kind: 'pull-request-closed', pullRequest: 12, merged: false }],
    ],
    [
      'pull_request',
      {
        action: 'closed',
        pull_request: {
          number: 12,
          merged: true,
          merge_commit_sha: 'c0ffee',
          merged_at: '2026-11-20T23:59:59Z',
          base: { ref: 'main' },
          labels: [{ name: 'ship' }],
        },
      },
      [
        { kind: 'pull-request-closed', pullRequest: 12, merged: true },
        {
          kind: 'merged',
          pullRequest: 12,
          sha: 'c0ffee',
          branch: 'main',
          labels: ['ship'],
          at: '2026-11-20T23:59:59Z',
        },
      ],
    ],
    [
      'check_suite',
      {
        action: 'completed',
        check_suite: {
          head_sha: 'c0ffee',
          conclusion: 'neutral',
          pull_requests: [
            { number: 12, head: { sha: 'c0ffee', repo: { id: 1 } }, base: { repo: { id: 1 } } },
            { number: 13, head: { sha: 'c0ffee', repo: { id: 2 } }, base: { repo: { id: 1 } } },
            { number: 14, head: { sha: 'decaf0', repo: { id: 1 } }, base: { repo: { id: 1 } } },
          ],
        },
      },
      [{ kind: 'checks-completed', headSha: 'c0ffee', green: true, pullRequests: [12] }],
    ],
    [
      'workflow_run',
      { action: 'completed', workflow_run: { ...run, event: 'workflow_dispatch' } },
      [{ kind: 'wake', key: 'workflow_run/5' }],
    ],
    ['workflow_run', { action: 'in_progress' }, 'action not taken'],
    [
      'deployment_status',
      { action: 'created', deployment: { id: 9 }, deployment_status: { state: 'success' } },
      [{ kind: 'wake', key: 'deployment_status/9' }],
    ],
    [
      'deployment_status',
      { action: 'created', deployment: { id: 9 }, deployment_status: { state: 'in_progress' } },
      'not a final state',
    ],
  ])('%s %j', (event, payload, expected) => {
    expect(tasksOf(event, payload)).toEqual(expected);
  });
});

describe('what a workflow that ended says about CI', () => {
  const ci = {
    kind: 'ci',
    outcome: 'failed',
    source: 'workflow',
    workflowRun: 5,
    workflow: 'ci',
    attempt: 2,
    headSha: 'a'.repeat(40),
    pullRequest: null,
    onDefaultBranch: false,
  };
  it.each([
    [
      { event: 'pull_request', conclusion: 'failure', pull_requests: [{ number: 3 }] },
      [{ ...ci, pullRequest: 3 }],
    ],
    [{ event: 'pull_request', conclusion: 'timed_out' }, [ci]],
    [{ event: 'pull_request', conclusion: 'success' }, [{ ...ci, outcome: 'passed' }]],
    [{ event: 'push', head_branch: 'main', conclusion: 'failure' }, [{ ...ci, onDefaultBranch: true }]],
    // A fork may call its branch `main` too.
    [{ event: 'pull_request', head_branch: 'main', conclusion: 'failure' }, [ci]],
    [{ event: 'pull_request', conclusion: 'cancelled' }, 'the workflow neither passed nor failed'],
    [{ event: 'issues', conclusion: 'failure' }, 'nobody looks at what this workflow tests'],
  ])('%j', (change, expected) => {
    expect(tasksOf('workflow_run', { action: 'completed', workflow_run: { ...run, ...change } })).toEqual(
      expected,
    );
  });
});
