import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChangeFacts,
  type DeploymentFacts,
  gateNames,
  type HeldLock,
  type PullRequestFacts,
} from '../../../src/contracts/gate.ts';
import { type RoleName, roleNames } from '../../../src/contracts/role.ts';
import { decideDeployment, needsOnlyLock } from '../../../src/policies/index.ts';
import {
  change,
  facts,
  factsWithRequest,
  factsWithStored,
  heldLock,
  otherSha,
  pullRequest,
  request,
  settings,
  settingsWith,
  sha,
} from './facts.ts';

const verdicts = (given: DeploymentFacts) =>
  Object.fromEntries(decideDeployment(given, settings).gates.map(({ gate, verdict }) => [gate, verdict]));

describe('decideDeployment', () => {
  it('allows what every gate lets through, and lists every gate in order', () => {
    const decision = decideDeployment(facts, settings);
    expect(decision.kind).toBe('allow');
    expect(decision.gates.map(({ gate }) => gate)).toEqual(gateNames);
    expect(new Set(decision.gates.map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
  });

  it.each(['actor', 'stored', 'change', 'earlier', 'protection'] as const)(
    'never allows without the facts of %s',
    part => {
      const { [part]: _left, ...rest } = facts;
      expect(decideDeployment(rest, settings).kind).toBe('unread');
    },
  );

  it('refuses a stranger before anything else is known', () => {
    const stranger: DeploymentFacts = { request, actor: { ...facts.actor, role: 'read' } };
    const decision = decideDeployment(stranger, settings);
    expect(decision.kind).toBe('refuse');
    expect(decision.gates.filter(({ verdict }) => verdict === 'unread').length).toBeGreaterThan(10);
  });

  it('refuses rather than waits, and waits rather than asks for approval', () => {
    const waiting = factsWithStored({ lock: heldLock, approvals: [] });
    expect(decideDeployment(waiting, settings).kind).toBe('wait');
    expect(decideDeployment(factsWithStored({ approvals: [] }), settings).kind).toBe('needs-approval');
    const refused = { ...waiting, request: { ...request, namedSha: otherSha } };
    expect(decideDeployment(refused, settings).kind).toBe('refuse');
  });

  it('lets nothing begin with the lock alone that needs more than the lock', () => {
    const decided = (given: DeploymentFacts) => decideDeployment(given, settings);
    expect(needsOnlyLock(decided(facts))).toBe(true);
    expect(needsOnlyLock(decided(factsWithStored({ lock: heldLock })))).toBe(true);
    expect(needsOnlyLock(decided(factsWithStored({ lock: heldLock, approvals: [] })))).toBe(false);
    expect(needsOnlyLock(decided(factsWithStored({ lock: heldLock, underWay: 3 })))).toBe(false);
    expect(needsOnlyLock(decided(factsWithStored({ approvals: [] })))).toBe(false);
    expect(needsOnlyLock(decided(factsWithRequest({ namedSha: otherSha })))).toBe(false);
  });

  it('lets a dry run show what would be refused', () => {
    const dryRun: DeploymentFacts = {
      ...factsWithStored({ lock: heldLock, approvals: [] }),
      request: { ...request, operation: 'dry-run' },
      change: { ...change, checks: { kind: 'unreadable', reason: 'GitHub answered 502.' } },
    };
    expect(decideDeployment(dryRun, settings).kind).toBe('allow');
    expect(verdicts(dryRun)).toMatchObject({
      lock: 'refuse',
      checks: 'refuse',
      confirmation: 'needs-approval',
    });
  });

  it('asks a rollback for permission and locks only', () => {
    const rollback: DeploymentFacts = {
      request: { ...request, operation: 'rollback', sha: otherSha, recordedHead: null },
      actor: facts.actor,
      stored: facts.stored,
    };
    expect(decideDeployment(rollback, settings).kind).toBe('allow');
    expect(decideDeployment({ ...rollback, actor: { ...facts.actor, role: 'read' } }, settings).kind).toBe(
      'refuse',
    );
    expect(
      decideDeployment({ ...rollback, stored: { ...facts.stored, lock: heldLock } }, settings).kind,
    ).toBe('wait');
    expect(
      decideDeployment({ ...rollback, stored: { ...facts.stored, globalLock: heldLock } }, settings).kind,
    ).toBe('refuse');
  });

  it('gives every refusal a code, a sentence and something to do', () => {
    for (const result of decideDeployment(factsWithRequest({ sha: otherSha }), settings).gates) {
      const sentences = [result.message, ...('next' in result ? [result.next] : [])];
      expect(sentences.every(sentence => sentence.endsWith('.'))).toBe(true);
    }
  });

  const shas = fc.constantFrom(sha, otherSha);
  /** Mostly what passes, so that some of what is made up passes altogether. */
  const mostly = <T>(good: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other });
  const unreadable = fc.constant({ kind: 'unreadable' as const, reason: 'GitHub answered 500.' });
  const known = <T>(value: fc.Arbitrary<T>) => value.map(one => ({ kind: 'known' as const, value: one }));
  const anyReviews = fc.array(
    fc.record({
      author: fc.constantFrom('mona', 'rita', 'sam'),
      state: fc.constantFrom('approved' as const, 'changes-requested' as const, 'dismissed' as const),
      commitSha: fc.option(shas),
      canWrite: fc.boolean(),
    }),
    { maxLength: 3 },
  );
  const anyChecks = fc.record({
    reported: fc.array(
      fc.record({
        name: fc.constantFrom('test', 'lint'),
        appId: fc.option(fc.constantFrom(1, 2)),
        state: fc.constantFrom('green' as const, 'pending' as const, 'failed' as const),
        required: fc.boolean(),
        own: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    required: fc.constant([]),
  });
  const anyEarlier = fc.array(
    fc.record({ environment: fc.constant('staging'), sha: fc.option(shas), active: fc.boolean() }),
    { maxLength: 2 },
  );
  const anyFacts: fc.Arbitrary<DeploymentFacts> = fc
    .record({
      sha: mostly(sha, shas),
      head: mostly(sha, shas),
      recorded: mostly<string | null>(sha, fc.option(shas)),
      named: mostly<string | null>(null, shas),
      role: mostly<RoleName>('write', fc.constantFrom(...roleNames)),
      lock: mostly<HeldLock | null>(null, fc.constant(heldLock)),
      reviews: mostly<PullRequestFacts['reviews']>(
        pullRequest.reviews,
        fc.oneof(known(anyReviews), unreadable),
      ),
      checks: mostly<ChangeFacts['checks']>(change.checks, fc.oneof(known(anyChecks), unreadable)),
      fork: fc.boolean(),
      behindBy: mostly<ChangeFacts['behindBy']>(change.behindBy, fc.oneof(known(fc.nat(2)), unreadable)),
      earlier: mostly<NonNullable<DeploymentFacts['earlier']>>(
        facts.earlier,
        fc.oneof(known(anyEarlier), unreadable),
      ),
    })
    .map(given => ({
      request: { ...request, sha: given.sha, recordedHead: given.recorded, namedSha: given.named },
      actor: { ...facts.actor, role: given.role },
      stored: { ...facts.stored, lock: given.lock },
      change: {
        ...change,
        checks: given.checks,
        behindBy: given.behindBy,
        pullRequest: { ...pullRequest, headSha: given.head, reviews: given.reviews, fork: given.fork },
      },
      earlier: given.earlier,
      protection: facts.protection,
    }));

  it('whatever it allows is the commit that was seen, approved, green, in order and by somebody who may', () => {
    const loose = settingsWith({ gates: { branches: [], forks: 'with-review', protectionRules: false } });
    let allowed = 0;
    fc.assert(
      fc.property(anyFacts, given => {
        if (decideDeployment(given, loose).kind !== 'allow') return;
        allowed += 1;
        const { change: changed, request: asked, earlier } = given;
        expect(changed?.pullRequest?.headSha).toBe(asked.sha);
        expect([asked.namedSha ?? asked.recordedHead]).toContain(asked.sha);
        expect(['write', 'maintain', 'admin']).toContain(given.actor?.role);
        expect(given.stored?.lock).toBeNull();
        const reviews = changed?.pullRequest?.reviews;
        const approvals = reviews?.kind === 'known' ? reviews.value : [];
        expect(
          approvals.some(
            ({ author, state, commitSha, canWrite }) =>
              author !== 'mona' && state === 'approved' && commitSha === asked.sha && canWrite,
          ),
        ).toBe(true);
        const checks =
          changed?.checks?.kind === 'known' ? changed.checks.value.reported.filter(({ own }) => !own) : [];
        expect(checks.length).toBeGreaterThan(0);
        expect(checks.every(({ state }) => state === 'green')).toBe(true);
        expect(
          earlier?.kind === 'known' && earlier.value.some(one => one.active && one.sha === asked.sha),
        ).toBe(true);
        expect(changed?.behindBy).toEqual({ kind: 'known', value: 0 });
      }),
      { numRuns: 2_000 },
    );
    expect(allowed).toBeGreaterThan(20);
  });
});
