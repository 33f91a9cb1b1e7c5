import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expire,
  freeLock,
  handedTo,
  keep,
  type LockState,
  release,
  releasePullRequest,
  take,
  unlock,
  type Waiter,
} from '../../src/storage/locks/lock-state.ts';

const minuteMs = 60_000;

type Action =
  | { readonly kind: 'take'; readonly run: number; readonly sticky: boolean; readonly queue: boolean }
  | { readonly kind: 'keep' | 'release'; readonly run: number }
  | { readonly kind: 'unlock'; readonly force: boolean }
  | { readonly kind: 'close'; readonly pullRequest: number }
  | { readonly kind: 'wait'; readonly minutes: number };

const run = fc.nat(7);
const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        run,
        sticky: fc.boolean(),
        queue: fc.boolean(),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('release' as const), run }) },
    fc.record({ kind: fc.constant('keep' as const), run }),
    fc.record({ kind: fc.constant('unlock' as const), force: fc.boolean() }),
    fc.record({ kind: fc.constant('close' as const), pullRequest: fc.nat(3) }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 20, 61) }),
  ),
  { maxLength: 60 },
);

/** Two runs of each pull request. */
const waiterOf = (number: number, sticky: boolean): Waiter => ({
  runId: `run${number}`,
  pullRequest: Math.floor(number / 2),
  by: 'mona',
  reason: '',
  sticky,
  expiresAfterMinutes: 60,
});

/** What the runs themselves believe: who was told that it holds the lock, and until when; who waits, in order. */
class Believers {
  readonly holding = new Map<string, number>();
  line: string[] = [];
  now = 0;
  state: LockState = freeLock;

  act(action: Action): void {
    if (action.kind === 'wait') this.now += action.minutes * minuteMs;
    this.#moveTo(expire(this.state, this.now));
    for (const [runId, until] of this.holding) if (until <= this.now) this.holding.delete(runId);
    switch (action.kind) {
      case 'take':
        return this.#take(action);
      case 'keep':
        return this.#moveTo(keep(this.state, waiterOf(action.run, true), this.now).state);
      case 'release': {
        const { runId, pullRequest } = waiterOf(action.run, false);
        this.line = this.line.filter(waiting => waiting !== runId);
        this.holding.delete(runId);
        return this.#moveTo(release(this.state, { runId, pullRequest }, this.now).state);
      }
      case 'unlock': {
        if (action.force) this.holding.clear();
        return this.#moveTo(unlock(this.state, { now: this.now, force: action.force }).state);
      }
      case 'close': {
        const gone = (runId: string) => Math.floor(Number(runId.slice(3)) / 2) === action.pullRequest;
        this.line = this.line.filter(runId => !gone(runId));
        return this.#moveTo(releasePullRequest(this.state, action.pullRequest, this.now));
      }
      case 'wait':
    }
  }

  #take(action: Extract<Action, { kind: 'take' }>): void {
    const waiter = waiterOf(action.run, action.sticky);
    const whenHeld = action.queue ? 'queue' : 'refuse';
    const { state, answer } = take(this.state, waiter, { now: this.now, whenHeld });
    this.#moveTo(state);
    const waiting = this.line.indexOf(waiter.runId);
    if (answer.kind === 'queued') {
      if (waiting === -1) this.line.push(waiter.runId);
      assert.equal(answer.position, this.line.indexOf(waiter.runId) + 1);
      return;
    }
    this.line = this.line.filter(runId => runId !== waiter.runId);
    if (answer.kind === 'held')
      this.holding.set(waiter.runId, state.held?.expiresAt ?? Number.POSITIVE_INFINITY);
  }

  /** Who is handed the lock waited longest of all. */
  #moveTo(state: LockState): void {
    const before = handedTo(this.state)?.runId;
    const after = handedTo(state)?.runId;
    if (after !== undefined && after !== before) {
      // Those before it may have had it and let it expire in between.
      const place = this.line.indexOf(after);
      assert.ok(place >= 0, `${after} did not wait`);
      assert.deepEqual(
        state.line.map(({ runId }) => runId),
        this.line.slice(place + 1),
      );
      this.line = this.line.slice(place + 1);
    }
    this.state = state;
  }
}

describe('the state of a lock', () => {
  it('never has two runs that believe to hold it, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(actions, steps => {
        const believers = new Believers();
        for (const step of steps) {
          believers.act(step);
          const holders = [...believers.holding.keys()];
          expect(holders.length).toBeLessThanOrEqual(1);
          for (const holder of holders) expect(believers.state.held?.runId).toBe(holder);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('is free in the end, and nobody waits, when every run has ended and every pull request is closed', () => {
    fc.assert(
      fc.property(actions, steps => {
        const believers = new Believers();
        for (const step of steps) believers.act(step);
        for (let number = 0; number <= 7; number += 1) believers.act({ kind: 'release', run: number });
        for (let pullRequest = 0; pullRequest <= 3; pullRequest += 1)
          believers.act({ kind: 'close', pullRequest });
        expect(believers.state).toEqual(freeLock);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the lock to everybody in line, in the order in which they came', () => {
    let state: LockState = freeLock;
    for (const number of [0, 2, 4, 6])
      ({ state } = take(state, waiterOf(number, false), { now: 0, whenHeld: 'queue' }));
    const had: string[] = [];
    while (state.held !== null) {
      const { runId, pullRequest } = state.held;
      had.push(runId ?? '');
      ({ state } = take(state, waiterOf(Number(runId?.slice(3)), false), { now: 0, whenHeld: 'queue' }));
      ({ state } = release(state, { runId: runId ?? '', pullRequest }, 0));
    }
    expect(had).toEqual(['run0', 'run2', 'run4', 'run6']);
  });

  it('passes a lock on that nobody came for', () => {
    let state: LockState = freeLock;
    for (const number of [0, 2, 4])
      ({ state } = take(state, waiterOf(number, false), { now: 0, whenHeld: 'queue' }));
    ({ state } = release(state, { runId: 'run0', pullRequest: 0 }, 0));
    expect(handedTo(state)?.runId).toBe('run2');
    expect(handedTo(expire(state, 29 * minuteMs))?.runId).toBe('run2');
    expect(handedTo(expire(state, 30 * minuteMs))?.runId).toBe('run4');
  });
});
