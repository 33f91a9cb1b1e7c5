import type { DeploymentFacts } from '../../../src/contracts/gate.ts';
import { describeGate } from './describe-gate.ts';
import {
  facts,
  factsWithChange,
  factsWithPullRequest,
  factsWithRequest,
  factsWithStored,
  heldLock,
  settings,
  settingsWith,
  sha,
} from './facts.ts';

const unreadable = { kind: 'unreadable', reason: 'GitHub answered 403.' } as const;

const actor = (changes: object): DeploymentFacts => ({ ...facts, actor: { ...facts.actor, ...changes } });
const noTeams = { teams: { kind: 'known', value: [] } };

describeGate('actor', [
  ['a member of the team', 'pass', facts],
  ['spelled otherwise', 'pass', actor({ teams: { kind: 'known', value: ['Deployers'] } })],
  ['no member', 'actor-not-listed', actor(noTeams)],
  [
    'the role alone, where nobody is listed',
    'pass',
    actor(noTeams),
    settingsWith({ gates: { allowed: { role: 'write', teams: [], users: [] } } }),
  ],
  [
    'a listed user',
    'pass',
    actor({ ...noTeams, login: 'MONA' }),
    settingsWith({ gates: { allowed: { role: 'write', teams: ['x'], users: ['mona'] } } }),
  ],
  [
    'a listed user without the role',
    'actor-role',
    actor({ role: 'triage' }),
    settingsWith({ gates: { allowed: { role: 'write', teams: [], users: ['mona'] } } }),
  ],
  ['membership that cannot be read', 'team-membership-unreadable', actor({ teams: unreadable })],
  ['an event of the configuration', 'off', factsWithRequest({ trigger: 'event' })],
  [
    'a job of a workflow',
    'actor-role',
    { ...actor({ role: 'none' }), request: { ...facts.request, trigger: 'rule' } },
  ],
]);

const at = (now: string, operation: 'deploy' | 'rollback' = 'deploy') => factsWithRequest({ now, operation });
const berlin = settingsWith({
  gates: { freeze: [{ cron: '30 1 * * *', timeZone: 'Europe/Berlin', minutes: 120, reason: '' }] },
});

describeGate('freeze', [
  ['before it', 'pass', at('2026-11-20T21:59:59Z')],
  ['at its first second', 'frozen', at('2026-11-20T22:00:00Z')],
  ['within it', 'frozen', at('2026-11-20T22:59:59Z')],
  ['at its end', 'pass', at('2026-11-20T23:00:00Z')],
  ['within it, a rollback', 'off', at('2026-11-20T22:30:00Z', 'rollback')],
  [
    'one of every environment',
    'frozen',
    at('2026-11-21T12:00:00Z'),
    { ...settings, freeze: [{ cron: '0 12 21 11 *', timeZone: 'UTC', minutes: 1, reason: '' }] },
  ],
  ['the time zone in winter', 'frozen', at('2026-11-21T00:31:00Z'), berlin],
  ['the time zone in summer', 'frozen', at('2026-06-20T23:31:00Z'), berlin],
  ['over the hour that is skipped in spring', 'frozen', at('2026-03-29T02:29:00Z'), berlin],
  ['none configured', 'off', facts, settingsWith({ gates: { freeze: [] } })],
]);

describeGate('global-lock', [
  ['free', 'pass', facts],
  ['of another pull request', 'locked-globally', factsWithStored({ globalLock: heldLock })],
  ['of this one', 'pass', factsWithStored({ globalLock: { ...heldLock, pullRequest: 12 } })],
  [
    'of none, for a deployment of none',
    'locked-globally',
    {
      ...factsWithStored({ globalLock: { ...heldLock, pullRequest: null } }),
      request: { ...facts.request, pullRequest: null },
    },
  ],
]);

const refusing = settingsWith({ lock: { sticky: false, whenHeld: 'refuse', expiresAfterMinutes: 5 } });

describeGate('lock', [
  ['free', 'pass', facts],
  [
    'of another pull request of the same person',
    'locked',
    factsWithStored({ lock: { ...heldLock, by: 'mona' } }),
  ],
  ['of this run', 'pass', factsWithStored({ lock: { ...heldLock, pullRequest: 12, runId: 'run1' } })],
  [
    'of another run of this pull request',
    'locked',
    factsWithStored({ lock: { ...heldLock, pullRequest: 12 } }),
  ],
  [
    'kept for this pull request',
    'pass',
    factsWithStored({ lock: { ...heldLock, pullRequest: 12, runId: null, sticky: true } }),
  ],
  ['held, where nobody waits', 'locked', factsWithStored({ lock: heldLock }), refusing],
]);

const started = (...times: string[]) => factsWithStored({ recentStarts: times });
const twoPerHour = settingsWith({ limits: { concurrent: null, perHour: 2 } });

describeGate('limits', [
  ['below', 'pass', facts],
  ['as many under way as allowed', 'too-many-under-way', factsWithStored({ underWay: 3 })],
  [
    'a rollback all the same',
    'off',
    { ...factsWithStored({ underWay: 3 }), request: { ...facts.request, operation: 'rollback' } },
  ],
  [
    'two within the hour',
    'too-many-per-hour',
    started('2026-11-21T09:10:00Z', '2026-11-21T09:50:00Z'),
    twoPerHour,
  ],
  ['one of them longer ago', 'pass', started('2026-11-21T09:00:04Z', '2026-11-21T09:50:00Z'), twoPerHour],
  ['no limits', 'off', facts, settingsWith({ limits: { concurrent: null, perHour: null } })],
]);

describeGate('origin', [
  ['this pull request', 'pass', facts],
  ['another one', 'other-pull-request', factsWithPullRequest({ number: 13 })],
  ['a branch', 'pass', factsWithChange({ pullRequest: null, onBranch: 'main' })],
  ['another branch', 'not-on-branch', factsWithChange({ pullRequest: null, onBranch: 'wild' })],
  ['nowhere', 'not-on-branch', factsWithChange({ pullRequest: null })],
  ['a branch name instead of a commit', 'not-a-commit', factsWithRequest({ sha: 'main' })],
  ['a short SHA', 'not-a-commit', factsWithRequest({ sha: sha.slice(0, 7) })],
]);
