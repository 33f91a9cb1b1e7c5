import type { DeploymentFacts } from '../../../src/contracts/gate.ts';
import { describeGate } from './describe-gate.ts';
import {
  approval,
  facts,
  factsWithChange,
  factsWithPullRequest,
  factsWithRequest,
  factsWithStored,
  otherSha,
  pullRequest,
  settingsWith,
  sha,
} from './facts.ts';

const unreadable = { kind: 'unreadable', reason: 'GitHub answered 403.' } as const;

describeGate('pull-request', [
  ['open', 'pass', facts],
  ['closed', 'pull-request-closed', factsWithPullRequest({ state: 'closed' })],
  ['merged', 'pull-request-closed', factsWithPullRequest({ state: 'merged' })],
  ['a draft', 'draft', factsWithPullRequest({ draft: true })],
  [
    'a draft where they may',
    'pass',
    factsWithPullRequest({ draft: true }),
    settingsWith({ gates: { drafts: true } }),
  ],
  ['into another base', 'base-not-allowed', factsWithPullRequest({ baseRef: 'release/1' })],
  [
    'into a base that matches',
    'pass',
    factsWithPullRequest({ baseRef: 'release/1' }),
    settingsWith({ gates: { bases: ['release/*'] } }),
  ],
  [
    'into the default branch where others are listed',
    'base-not-allowed',
    facts,
    settingsWith({ gates: { bases: ['release/*'] } }),
  ],
]);

describeGate('branch', [
  ['that matches', 'pass', facts],
  ['that does not', 'branch-not-allowed', factsWithPullRequest({ headRef: 'fix/login' })],
  ['a segment deeper', 'branch-not-allowed', factsWithPullRequest({ headRef: 'feature/a/b' })],
  ['of the right name in a fork', 'branch-of-fork', factsWithPullRequest({ fork: true })],
  ['with a lookalike letter', 'branch-not-allowed', factsWithPullRequest({ headRef: 'fe\u0430ture/login' })],
]);

const withReview = settingsWith({ gates: { forks: 'with-review' } });
const forkWith = (...reviews: (typeof approval)[]) =>
  factsWithPullRequest({ fork: true, reviews: { kind: 'known', value: reviews } });

describeGate('fork', [
  ['not a fork', 'pass', facts],
  ['a fork', 'fork', factsWithPullRequest({ fork: true })],
  ['a fork that was reviewed', 'pass', forkWith(approval), withReview],
  [
    'a fork of which an earlier commit was',
    'fork-needs-review',
    forkWith({ ...approval, commitSha: otherSha }),
    withReview,
  ],
  [
    'a fork approved by somebody without write access',
    'fork-needs-review',
    forkWith({ ...approval, canWrite: false }),
    withReview,
  ],
  [
    'a dry run of a fork without review',
    'fork-needs-review',
    { ...forkWith(), request: { ...facts.request, operation: 'dry-run' } },
    withReview,
  ],
  [
    'reviews that cannot be read',
    'reviews-unreadable',
    factsWithPullRequest({ fork: true, reviews: unreadable }),
    withReview,
  ],
]);

const staging = settingsWith({ production: false });

describeGate('head', [
  ['seen before the comment', 'pass', facts],
  ['another one seen before the comment', 'head-changed', factsWithRequest({ recordedHead: otherSha })],
  ['named', 'pass', factsWithRequest({ namedSha: sha, recordedHead: null })],
  ['abbreviated, and seen before', 'pass', factsWithRequest({ namedSha: sha.slice(0, 7) })],
  [
    'abbreviated, and never seen',
    'head-unknown',
    factsWithRequest({ namedSha: sha.slice(0, 7), recordedHead: null }),
  ],
  ['named, and not the head', 'ref-not-head', factsWithRequest({ namedSha: otherSha })],
  ['named, and of no pull request', 'ref-not-head', factsWithRequest({ namedSha: 'f'.repeat(40) })],
  ['moved on since it was read', 'head-changed', factsWithPullRequest({ headSha: otherSha })],
  ['deleted', 'head-deleted', factsWithPullRequest({ headExists: false })],
  ['never seen, production', 'head-unknown', factsWithRequest({ recordedHead: null })],
  ['never seen, but checked before the comment', 'pass', factsWithRequest({ recordedHead: null }), staging],
  [
    'never seen, checked in the same second',
    'head-unknown',
    factsWithPullRequest({ firstCheckSuiteAt: '2026-11-21T10:00:00Z' }, { recordedHead: null }),
    staging,
  ],
  [
    'never seen, never checked',
    'head-unknown',
    factsWithPullRequest({ firstCheckSuiteAt: null }, { recordedHead: null }),
    staging,
  ],
  [
    'seen, but its first check is newer than the comment',
    'head-too-new',
    factsWithPullRequest({ firstCheckSuiteAt: '2026-11-21T10:00:01Z' }),
  ],
  ['of an event', 'pass', factsWithRequest({ trigger: 'event', recordedHead: null })],
]);

describeGate('mergeable', [
  ['without conflicts', 'pass', facts],
  ['with conflicts', 'conflicts', factsWithPullRequest({ mergeable: 'conflicting' })],
  ['not known yet', 'mergeable-unknown', factsWithPullRequest({ mergeable: 'unknown' })],
]);

const behind = factsWithChange({ behindBy: { kind: 'known', value: 2 } });
const outdated = (mode: 'allow' | 'warn' | 'refuse' | 'update') =>
  settingsWith({ gates: { outdated: mode } });

describeGate('outdated', [
  ['up to date', 'pass', facts],
  ['behind, refused', 'outdated', behind],
  ['behind, said', 'outdated', behind, outdated('warn')],
  ['behind, updated', 'outdated-update', behind, outdated('update')],
  ['behind, not looked at', 'off', behind, outdated('allow')],
  [
    'a fork cannot be updated',
    'outdated',
    factsWithChange({
      behindBy: { kind: 'known', value: 2 },
      pullRequest: { ...pullRequest, fork: true },
    }),
    outdated('update'),
  ],
  [
    'not readable',
    'comparison-with-base-unreadable',
    factsWithChange({ behindBy: unreadable }),
    outdated('warn'),
  ],
]);

const reviewed = (...reviews: (typeof approval)[]) =>
  factsWithPullRequest({ reviews: { kind: 'known', value: reviews } });

describeGate('review', [
  ['approved', 'pass', facts],
  ['by nobody', 'not-approved', reviewed()],
  ['of an earlier commit', 'not-approved', reviewed({ ...approval, commitSha: otherSha })],
  ['of an unknown commit', 'not-approved', reviewed({ ...approval, commitSha: null })],
  ['by the author', 'not-approved', reviewed({ ...approval, author: 'Mona' })],
  ['by somebody without write access', 'not-approved', reviewed({ ...approval, canWrite: false })],
  ['dismissed', 'not-approved', reviewed({ ...approval, state: 'dismissed' })],
  ['only commented', 'not-approved', reviewed({ ...approval, state: 'commented' })],
  [
    'approved, and changes requested by another',
    'changes-requested',
    reviewed(approval, { ...approval, author: 'sam', state: 'changes-requested', commitSha: otherSha }),
  ],
  [
    'changes requested by a stranger',
    'pass',
    reviewed(approval, { ...approval, author: 'sam', state: 'changes-requested', canWrite: false }),
  ],
  [
    'the same person twice',
    'not-approved',
    reviewed(approval, { ...approval, author: 'RITA' }),
    settingsWith({ gates: { approvals: 2 } }),
  ],
  ['not readable', 'reviews-unreadable', factsWithPullRequest({ reviews: unreadable })],
  ['none required', 'off', reviewed(), settingsWith({ gates: { approvals: 0 } })],
]);

describeGate('signature', [
  ['verified', 'pass', facts],
  ['not verified', 'not-verified', factsWithChange({ verified: { kind: 'known', value: false } })],
  ['not readable', 'commit-signature-unreadable', factsWithChange({ verified: unreadable })],
]);

const earlier = (environment: string, of: string | null, active: boolean): DeploymentFacts => ({
  ...facts,
  earlier: { kind: 'known', value: [{ environment, sha: of, active }] },
});

describeGate('order', [
  ['active there', 'pass', facts],
  ['another commit there', 'not-promoted', earlier('staging', otherSha, true)],
  ['no longer active there', 'not-promoted', earlier('staging', sha, false)],
  ['active elsewhere', 'not-promoted', earlier('st\u0430ging', sha, true)],
  ['nothing there', 'not-promoted', earlier('staging', null, false)],
  ['not readable', 'earlier-deployments-unreadable', { ...facts, earlier: unreadable }],
]);

const rules = (changes: object): DeploymentFacts => ({
  ...facts,
  protection: { kind: 'known', value: { ...facts.protection.value, ...changes } },
});

describeGate('protection', [
  ['approved by a reviewer', 'pass', facts],
  ['by nobody', 'environment-reviewers', factsWithStored({ approvals: [] })],
  [
    'by who asked',
    'environment-reviewers',
    factsWithStored({ approvals: [{ by: 'Mona', at: '', satisfies: ['protection'] }] }),
  ],
  [
    'by who asked, where that is allowed',
    'pass',
    {
      ...rules({ reviewers: { users: ['mona'], teams: [], preventSelfReview: false } }),
      stored: { ...facts.stored, approvals: [{ by: 'mona', at: '', satisfies: ['protection'] }] },
    },
  ],
  [
    'by somebody who may only confirm',
    'environment-reviewers',
    factsWithStored({ approvals: [{ by: 'olga', at: '', satisfies: ['confirmation'] }] }),
  ],
  ['another branch', 'environment-branch', rules({ branches: ['release/*'] })],
  ['protected branches only', 'environment-branch', rules({ branches: 'protected' })],
  ['a protected branch', 'pass', rules({ branches: 'protected', branchProtected: true })],
  ['a branch of that name in a fork', 'environment-branch', factsWithPullRequest({ fork: true })],
  ['a timer', 'wait-timer', rules({ waitMinutes: 5 })],
  [
    'a timer that has run',
    'pass',
    { ...rules({ waitMinutes: 5 }), request: { ...facts.request, now: '2026-11-21T10:05:00Z' } },
  ],
  ['no such environment', 'pass', rules({ exists: false, branches: ['release/*'] })],
  ['not readable', 'protection-rules-unreadable', { ...facts, protection: unreadable }],
  ['a job, for which GitHub does it', 'off', factsWithRequest({ trigger: 'rule' })],
]);

describeGate('confirmation', [
  ['confirmed', 'pass', facts],
  [
    'by who asked',
    'needs-confirmation',
    factsWithStored({ approvals: [{ by: 'MONA', at: '', satisfies: ['confirmation'] }] }),
  ],
  [
    'by one of two',
    'needs-confirmation',
    facts,
    settingsWith({
      gates: {
        confirmation: { count: 2, allowed: { role: 'write', teams: [], users: [] }, expiresAfterMinutes: 5 },
      },
    }),
  ],
  [
    'not asked for',
    'off',
    factsWithStored({ approvals: [] }),
    settingsWith({ gates: { confirmation: null } }),
  ],
]);
