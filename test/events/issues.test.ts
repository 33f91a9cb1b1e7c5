import { describe, expect, it } from 'vitest';
import { dashboardMarker } from '../../src/contracts/dashboard.ts';
import type { Task } from '../../src/contracts/run.ts';
import { translateDelivery } from '../../src/events/index.ts';

const envelope = {
  installation: { id: 7 },
  repository: { name: 'shop', default_branch: 'main', owner: { login: 'octo' } },
};
const person = { login: 'mona', id: 1, type: 'User' };
const bot = { login: 'devops[bot]', id: 2, type: 'Bot' };
const box = (mark: string) => `${dashboardMarker}\n- [${mark}] Again <!-- devops:box refresh -->`;

/** The tasks of a delivery, or why there are none. */
function tasksOf(event: string, payload: object): readonly Task[] | string {
  const translation = translateDelivery({
    id: 'd1',
    event,
    payload: { ...envelope, sender: person, ...payload },
    receivedAt: '2026-11-21T05:00:00.000Z',
  });
  return translation.kind === 'runs' ? translation.requests.map(({ task }) => task) : translation.reason;
}

const issue = { number: 3, state: 'open', body: 'text', user: { type: 'User' } };

describe('an issue event', () => {
  it.each([
    ['a new issue', { action: 'opened', issue }, [{ kind: 'triage', issue: 3, cause: 'opened' }]],
    [
      'a changed title',
      { action: 'edited', issue, changes: { title: { from: 'x' } } },
      [{ kind: 'triage', issue: 3, cause: 'edited' }],
    ],
    [
      'a deleted author',
      { action: 'opened', issue: { ...issue, user: null } },
      [{ kind: 'triage', issue: 3, cause: 'opened' }],
    ],
    ['another change', { action: 'edited', issue, changes: {} }, 'neither title nor text changed'],
    [
      'a closed issue',
      { action: 'edited', issue: { ...issue, state: 'closed' }, changes: { body: { from: '' } } },
      'a closed issue',
    ],
    ['a bot', { action: 'opened', issue, sender: bot }, 'issue opened or edited by a bot'],
    ['a label', { action: 'labeled', issue }, 'action not taken'],
    [
      'a checked box of the dashboard',
      {
        action: 'edited',
        issue: { ...issue, user: { type: 'Bot' }, body: box('x') },
        changes: { body: { from: box(' ') } },
      },
      [{ kind: 'dashboard-box', issue: 3, box: expect.stringMatching(/<!-- devops:box refresh -->$/) }],
    ],
    [
      'our own edit of the dashboard',
      {
        action: 'edited',
        sender: bot,
        issue: { ...issue, user: { type: 'Bot' }, body: box('x') },
        changes: { body: { from: box(' ') } },
      },
      'issue opened or edited by a bot',
    ],
    [
      'a forged dashboard of a person',
      { action: 'edited', issue: { ...issue, body: box('x') }, changes: { body: { from: box(' ') } } },
      [{ kind: 'triage', issue: 3, cause: 'edited' }],
    ],
    [
      'a box that the edit brought along',
      {
        action: 'edited',
        issue: { ...issue, user: { type: 'Bot' }, body: box('x') },
        changes: { body: { from: dashboardMarker } },
      },
      'no box was checked',
    ],
    [
      'an edit that puts the marker there',
      {
        action: 'edited',
        issue: { ...issue, user: { type: 'Bot' }, body: box('x') },
        changes: { body: { from: box(' ').slice(5) } },
      },
      'an issue of a bot',
    ],
  ])('%s', (_name, payload, expected) => {
    expect(tasksOf('issues', payload)).toEqual(expected);
  });
});

describe('a push', () => {
  const commit = (modified: readonly string[]) => ({ added: [], removed: [], modified });
  it.each([
    [
      'that changes the configuration',
      'refs/heads/main',
      [commit(['a', '.github/devops.yml'])],
      false,
      [{ kind: 'sync-schedules' }],
    ],
    ['that is forced', 'refs/heads/main', [], true, [{ kind: 'sync-schedules' }]],
    ['of something else', 'refs/heads/main', [commit(['a'])], false, 'the configuration did not change'],
    [
      'to another branch',
      'refs/heads/change',
      [commit(['.github/devops.yml'])],
      false,
      'not a push to the default branch',
    ],
    [
      'of a tag',
      'refs/tags/main',
      [commit(['.github/devops.yml'])],
      false,
      'not a push to the default branch',
    ],
  ])('%s', (_name, ref, commits, forced, expected) => {
    expect(tasksOf('push', { ref, commits, forced })).toEqual(expected);
  });
});
