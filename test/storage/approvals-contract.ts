import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApprovalRequest, ApprovalStore } from '../../src/contracts/approval.ts';
import { silentLogger } from '../../src/logger.ts';
import { createApprovals } from '../../src/storage/approvals/approvals.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Backend } from '../runs/engine/backend.ts';

const now = '2026-11-21T10:00:00.000Z';
const later = '2026-11-21T11:00:00.000Z';
const anybody = { role: 'write', teams: [], users: [] } as const;
const request: ApprovalRequest = {
  id: 'run1',
  runId: 'run1',
  repository: 'octo/shop',
  pullRequest: 12,
  kind: 'deployment',
  digest: 'd1',
  summary: 'Deploy aaaaaaa to production.',
  requestedBy: 'mona',
  needs: [{ name: 'confirmation', allowed: anybody, count: 1 }],
  selfApproval: false,
  requestedAt: now,
  expiresAt: later,
};
const key = { repository: 'octo/shop', id: 'run1' };
const word = {
  ...key,
  digest: null,
  word: 'approve',
  by: 'olga',
  satisfies: ['confirmation'],
  reason: '',
  now,
} as const;
const use = { ...key, runId: 'run1', digest: 'd1', now };

/** What approvals must hold on every database; `approvals` and `others` are two processes. */
export function describeApprovalsContract(name: string, backend: Backend): void {
  describe(`approvals on ${name}`, () => {
    let databases: readonly [Database, Database];
    let approvals: ApprovalStore;
    let others: ApprovalStore;
    beforeEach(async () => {
      const location = await backend.emptyLocation();
      databases = [await openDatabase(location, silentLogger), await openDatabase(location, silentLogger)];
      [approvals, others] = [createApprovals(databases[0]), createApprovals(databases[1])];
    });
    afterEach(async () => {
      await Promise.all(databases.map(database => database.close()));
    });

    it('is asked for, given and used up, once', async () => {
      expect(await approvals.request(request)).toMatchObject({ ...request, state: 'pending' });
      expect(await approvals.consume(use)).toBe(false);
      expect(await others.decide(word)).toMatchObject({
        kind: 'approved',
        approval: { approvedBy: [{ by: 'olga' }] },
      });
      const used = await Promise.all([approvals.consume(use), others.consume({ ...use, runId: 'run2' })]);
      expect(used).toEqual([true, false]);
      // The same run after a crash.
      expect(await others.consume(use)).toBe(true);
      expect(await approvals.find({ ...key, now: later })).toMatchObject({ state: 'consumed' });
      expect(await approvals.decide(word)).toMatchObject({ kind: 'refused', code: 'consumed' });
    });

    it('holds for one plan only', async () => {
      await approvals.request(request);
      expect(await approvals.decide({ ...word, digest: 'd2' })).toMatchObject({ code: 'digest' });
      await approvals.decide({ ...word, digest: 'd1' });
      expect(await approvals.consume({ ...use, digest: 'd2' })).toBe(false);
      // Asking the same again keeps what was said; asking for another plan starts anew.
      expect(await others.request(request)).toMatchObject({ state: 'approved' });
      expect(await others.request({ ...request, digest: 'd2' })).toMatchObject({
        state: 'pending',
        approvedBy: [],
      });
      expect(await approvals.consume(use)).toBe(false);
    });

    it.each<[string, Partial<Parameters<ApprovalStore['decide']>[0]>, string]>([
      ['who asked', { by: 'Mona' }, 'self'],
      ['somebody who may answer none of the needs', { satisfies: [] }, 'not-allowed'],
      ['anybody after it has expired', { now: later }, 'expired'],
      ['anybody for something unknown', { id: 'run9' }, 'unknown'],
      ['anybody in another repository', { repository: 'octo/other' }, 'unknown'],
    ])('is not given by %s', async (_name, changes, code) => {
      await approvals.request(request);
      expect(await others.decide({ ...word, ...changes })).toMatchObject({ kind: 'refused', code });
      expect(await approvals.find({ ...key, now })).toMatchObject({ state: 'pending', approvedBy: [] });
    });

    it('expires even when given, until it is used', async () => {
      await approvals.request(request);
      await approvals.decide(word);
      expect(await approvals.consume({ ...use, now: later })).toBe(false);
      expect(await approvals.find({ ...key, now: later })).toMatchObject({ state: 'expired' });
    });

    it('may be given by who asked where that is allowed', async () => {
      await approvals.request({ ...request, selfApproval: true });
      expect(await approvals.decide({ ...word, by: 'mona' })).toMatchObject({ kind: 'approved' });
    });

    it('needs as many people as it says, for every need', async () => {
      const needs = [
        { name: 'confirmation', allowed: anybody, count: 2 },
        { name: 'protection', allowed: anybody, count: 1 },
      ];
      await approvals.request({ ...request, needs });
      expect(await approvals.decide(word)).toMatchObject({ kind: 'recorded' });
      expect(await others.decide({ ...word, by: 'OLGA' })).toMatchObject({ kind: 'refused', code: 'twice' });
      expect(await others.decide({ ...word, by: 'rita' })).toMatchObject({ kind: 'recorded' });
      const last = await others.decide({ ...word, by: 'sam', satisfies: ['protection'] });
      expect(last).toMatchObject({ kind: 'approved' });
    });

    it('counts the words of people at the same moment', async () => {
      await approvals.request({ ...request, needs: [{ name: 'confirmation', allowed: anybody, count: 8 }] });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 === 0 ? approvals : others).decide({ ...word, by: `person${index}` }),
        ),
      );
      expect(answers.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
    });

    it('is rejected by one, who asked included, for good', async () => {
      await approvals.request(request);
      await approvals.decide(word);
      const rejected = await others.decide({
        ...word,
        word: 'reject',
        by: 'mona',
        satisfies: [],
        reason: 'Too late.',
      });
      expect(rejected).toMatchObject({
        kind: 'rejected',
        approval: { rejectedBy: 'mona', reason: 'Too late.' },
      });
      expect(await approvals.consume(use)).toBe(false);
      expect(await approvals.decide(word)).toMatchObject({ code: 'already-rejected' });
    });

    it('lists what waits, oldest first', async () => {
      await approvals.request({
        ...request,
        id: 'run2',
        runId: 'run2',
        requestedAt: '2026-11-21T10:00:01.000Z',
      });
      await approvals.request(request);
      await approvals.request({ ...request, id: 'run3', expiresAt: now });
      await approvals.request({ ...request, id: 'run4' });
      await approvals.decide({ ...word, id: 'run4' });
      const waiting = await others.pending({ repository: 'octo/shop', now });
      expect(waiting.map(({ id }) => id)).toEqual(['run1', 'run2']);
    });
  });
}
