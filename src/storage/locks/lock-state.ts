import { z } from 'zod';
import type { HeldLock } from '../../contracts/gate.ts';
import type { LockAnswer, LockHolder } from '../../contracts/lock.ts';

/** Longest that a lock waits for the run it was handed to, milliseconds; then the next in line has it. */
const handedOverMs = 30 * 60_000;
const minuteMs = 60_000;

const waiterSchema = z.object({
  pullRequest: z.number().nullable(),
  runId: z.string(),
  by: z.string(),
  reason: z.string(),
  sticky: z.boolean(),
  expiresAfterMinutes: z.number().nullable(),
});
export type Waiter = z.infer<typeof waiterSchema>;

const heldSchema = waiterSchema.omit({ expiresAfterMinutes: true, runId: true }).extend({
  /** Null while a lock is only kept. */
  runId: z.string().nullable(),
  /** Milliseconds since 1970 by the database's clock. */
  at: z.number(),
  expiresAt: z.number().nullable(),
  /** The run that handed it over, until the one that holds it now has taken it. */
  handedBy: z.string().nullable(),
  /** How long the run it was handed to wants it. */
  expiresAfterMinutes: z.number().nullable(),
});

/** A lock and its line: what is stored, as JSON, under its target. */
export const lockStateSchema = z.object({ held: heldSchema.nullable(), line: z.array(waiterSchema) });
export type LockState = z.infer<typeof lockStateSchema>;
type Held = z.infer<typeof heldSchema>;

export const freeLock: LockState = { held: null, line: [] };

/** A state and what to tell the caller. */
export type Transition<T> = { readonly state: LockState; readonly answer: T };

/** Frees a lock whose time has come and hands it on; the first step of everything. */
export function expire(state: LockState, now: number): LockState {
  const { held } = state;
  if (held === null || held.expiresAt === null || held.expiresAt > now) return state;
  return expire(handOver(state, { now, by: held.runId ?? '' }), now);
}

/** Takes the lock for a run, or gets in line. */
export function take(
  state: LockState,
  entry: Waiter,
  { now, whenHeld }: { readonly now: number; readonly whenHeld: 'queue' | 'refuse' },
): Transition<LockAnswer> {
  const { held } = state;
  if (held === null) return heldBy(state, newlyHeld(entry, now));
  if (held.runId === entry.runId) return heldBy(state, renewed(held, entry, now));
  if (held.runId === null && isOf(held, entry.pullRequest)) {
    return heldBy(state, { ...renewed(held, entry, now), runId: entry.runId });
  }
  const others = state.line.filter(waiter => waiter.runId !== entry.runId);
  const lock = publicLock(held);
  if (whenHeld === 'refuse') return { state: { held, line: others }, answer: { kind: 'refused', lock } };
  const at = state.line.findIndex(waiter => waiter.runId === entry.runId);
  // Asking again keeps the place.
  const line = at === -1 ? [...others, entry] : state.line.with(at, entry);
  return {
    state: { held, line },
    answer: { kind: 'queued', position: (at === -1 ? others.length : at) + 1, lock },
  };
}

/** Locks without a run at work; who holds it already for the same pull request may change reason and expiry. */
export function keep(state: LockState, entry: Omit<Waiter, 'sticky'>, now: number): Transition<LockAnswer> {
  const { held } = state;
  const fresh = { ...newlyHeld({ ...entry, sticky: true }, now), runId: null };
  if (held === null) return heldBy(state, fresh);
  if (!isOf(held, entry.pullRequest)) return { state, answer: { kind: 'refused', lock: publicLock(held) } };
  // A run at work keeps it at least as long as it wanted.
  const expiresAt = held.runId === null ? fresh.expiresAt : later(held.expiresAt, fresh.expiresAt);
  return heldBy(state, { ...fresh, runId: held.runId, handedBy: held.handedBy, expiresAt });
}

/** What a run gives up: the lock, or its place in line. `kept` when it stays with its pull request. */
export function release(
  state: LockState,
  holder: LockHolder,
  now: number,
): Transition<'released' | 'kept' | 'not-held'> {
  const { held } = state;
  const line = state.line.filter(waiter => waiter.runId !== holder.runId);
  const left = { held, line };
  if (held !== null && held.runId === holder.runId) {
    if (held.sticky && held.pullRequest !== null)
      return { state: { held: { ...held, runId: null, handedBy: null }, line }, answer: 'kept' };
    return { state: handOver(left, { now, by: holder.runId }), answer: 'released' };
  }
  // Said again, after a crash: the hand-over has happened.
  if (held?.handedBy === holder.runId) return { state: left, answer: 'released' };
  return { state: left, answer: line.length < state.line.length ? 'released' : 'not-held' };
}

/** Takes the lock away; with a run at work under it only by `force`. */
export function unlock(
  state: LockState,
  { now, force }: { readonly now: number; readonly force: boolean },
): Transition<{ readonly kind: 'unlocked' | 'busy'; readonly lock: HeldLock } | { readonly kind: 'free' }> {
  const { held } = state;
  if (held === null) return { state, answer: { kind: 'free' } };
  const lock = publicLock(held);
  if (held.runId !== null && !force) return { state, answer: { kind: 'busy', lock } };
  return { state: handOver(state, { now, by: held.runId ?? '' }), answer: { kind: 'unlocked', lock } };
}

/** A pull request that ended: its place in line and what is kept for it go; a run at work frees it when done. */
export function releasePullRequest(state: LockState, pullRequest: number, now: number): LockState {
  const line = state.line.filter(waiter => waiter.pullRequest !== pullRequest);
  const { held } = state;
  if (held?.pullRequest !== pullRequest) return { held, line };
  if (held.runId === null) return handOver({ held, line }, { now, by: '' });
  // Handed over, and not begun: nobody is at work.
  if (held.handedBy !== null) return handOver({ held, line }, { now, by: held.runId });
  return { held: { ...held, sticky: false }, line };
}

/** The run that holds the lock by hand-over and has not begun. */
export function handedTo(state: LockState): (LockHolder & { readonly by: string }) | null {
  const { held } = state;
  if (held === null || held.runId === null || held.handedBy === null) return null;
  return { pullRequest: held.pullRequest, runId: held.runId, by: held.by };
}

/** The lock as gates and comments see it. */
export function publicLock(held: Held): HeldLock {
  const { pullRequest, runId, by, reason, sticky, at, expiresAt } = held;
  return {
    pullRequest,
    runId,
    by,
    reason,
    sticky,
    at: new Date(at).toISOString(),
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  };
}

function handOver(state: LockState, { now, by }: { readonly now: number; readonly by: string }): LockState {
  const [next, ...line] = state.line;
  if (next === undefined) return freeLock;
  const held = newlyHeld(next, now);
  const expiresAt = Math.min(now + handedOverMs, held.expiresAt ?? Number.POSITIVE_INFINITY);
  return { held: { ...held, handedBy: by, expiresAt }, line };
}

function newlyHeld(entry: Waiter, now: number): Held {
  return { ...entry, at: now, handedBy: null, expiresAt: expiry(entry.expiresAfterMinutes, now) };
}

/** Held by (or kept for) the same pull request: what it was locked for stays. */
function renewed(held: Held, entry: Waiter, now: number): Held {
  const wanted = expiry(entry.expiresAfterMinutes, now);
  const expiresAt = held.handedBy === null ? later(held.expiresAt, wanted) : wanted;
  return { ...held, sticky: held.sticky || entry.sticky, handedBy: null, expiresAt };
}

function expiry(afterMinutes: number | null, now: number): number | null {
  return afterMinutes === null ? null : now + Math.round(afterMinutes * minuteMs);
}

/** Null is never. */
function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

function heldBy(state: LockState, held: Held): Transition<LockAnswer> {
  const line = state.line.filter(waiter => waiter.runId !== held.runId);
  return { state: { held, line }, answer: { kind: 'held', lock: publicLock(held) } };
}

function isOf(held: Held, pullRequest: number | null): boolean {
  return held.pullRequest !== null && held.pullRequest === pullRequest;
}
