import type { RunHandler } from '../../contracts/engine.ts';
import { errorFields, type Logger } from '../../logger.ts';
import type { ClaimedRun, RunStore, WorkerIdentity } from '../../storage/run-store.ts';
import { carryOut } from './carry-out.ts';
import { isGone, type ProcessIdentity } from './process-identity.ts';
import type { RetryPolicy } from './retry.ts';
import { RunExecution } from './run-execution.ts';

/** What a worker needs; times in milliseconds. */
export type RunWorkerOptions = {
  readonly runs: RunStore;
  readonly logger: Logger;
  readonly workerId: string;
  readonly process: ProcessIdentity;
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly pollMs: number;
  readonly retentionMs: number;
  readonly retry: RetryPolicy;
  /** In [0, 1), for the jitter of retries. */
  readonly random: () => number;
  /** A clock that never goes back, for intervals only; leases are in the database's time. */
  readonly monotonicMs: () => number;
};

/**
 * Workers that may be lost in a row over one step of a run before it is given up as one that kills its process;
 * the last of them is only asked to bring the outside to a final state.
 */
const maxAbandoned = 5;
/** How often ended runs past their retention are deleted, milliseconds. */
const pruneEveryMs = 3_600_000;

/** Claims runs, keeps their lease, takes over those of dead workers, and records how each ended. */
export class RunWorker {
  readonly #options: RunWorkerOptions;
  readonly #handler: RunHandler;
  readonly #identity: WorkerIdentity;
  readonly #active = new Map<string, { readonly execution: RunExecution; readonly ended: Promise<void> }>();
  #mode: 'working' | 'draining' | 'closed' = 'working';
  #wake: (() => void) | undefined;
  #kicked = false;
  /** A claim whose answer was lost may have left runs with us that we do not know. */
  #strays = false;
  #nextBeat = 0;
  #nextSweep = 0;
  #nextPrune = 0;
  readonly #loop: Promise<void>;

  constructor(options: RunWorkerOptions, handler: RunHandler) {
    this.#options = options;
    this.#handler = handler;
    this.#identity = { id: options.workerId, ...options.process };
    this.#loop = this.#run();
  }

  /** Looks for work now instead of at the next poll. */
  kick(): void {
    this.#kicked = true;
    this.#wake?.();
  }

  /** Tells a run carried out here that it was cancelled, without waiting for the next poll. */
  cancel(runId: string): void {
    this.#active.get(runId)?.execution.cancel();
  }

  /** Ends within `timeoutMs`; see `RunEngine.stop`. */
  async stop(timeoutMs: number): Promise<void> {
    this.#mode = 'draining';
    this.kick();
    const lastMomentMs = Math.min(1_000, timeoutMs / 5);
    if (!(await this.#drained(timeoutMs - lastMomentMs))) {
      for (const { execution } of this.#active.values()) execution.halt('stopping');
      await this.#drained(lastMomentMs);
    }
    this.#mode = 'closed';
    this.kick();
    await this.#loop;
    try {
      await this.#handBack();
    } catch (error) {
      this.#options.logger.error('Runs could not be handed back; their lease will end', errorFields(error));
    }
  }

  /** Whether everything under way ended within the time. */
  async #drained(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<'late'>(resolve => {
      timer = setTimeout(resolve, timeoutMs, 'late');
    });
    // A claim on its way may add one more while the others end.
    while (this.#active.size > 0) {
      const ended = Promise.all([...this.#active.values()].map(active => active.ended));
      if ((await Promise.race([ended, timeout])) === 'late') break;
    }
    clearTimeout(timer);
    return this.#active.size === 0;
  }

  /** Frees what did not end. A run amid an effect stays leased: this process may still be performing it. */
  async #handBack(): Promise<void> {
    const { runs, logger } = this.#options;
    const remaining = [...this.#active.values()].map(active => active.execution);
    for (const execution of remaining) {
      logger.warn('Run did not end before the shutdown; it resumes', { runId: execution.claim.runId });
      if (!execution.effectInFlight) {
        await runs.requeue(execution.claim, { delayMs: 0, attempts: execution.attempts });
      }
    }
    if (!remaining.some(execution => execution.effectInFlight)) await runs.leave(this.#identity.id);
  }

  async #run(): Promise<void> {
    while (this.#mode !== 'closed') {
      this.#kicked = false;
      try {
        await this.#tick();
      } catch (error) {
        this.#strays = true;
        this.#options.logger.error('Run worker could not reach the queue', errorFields(error));
      }
      if (!this.#kicked) await this.#pause();
    }
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, this.#options.pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #tick(): Promise<void> {
    if (this.#active.size > 0 || this.#strays) await this.#keepHold();
    const now = this.#options.monotonicMs();
    if (now >= this.#nextSweep) {
      this.#nextSweep = now + this.#options.leaseMs / 2;
      await this.#takeOver();
    }
    if (now >= this.#nextPrune) {
      this.#nextPrune = now + pruneEveryMs;
      await this.#options.runs.prune(this.#options.retentionMs);
    }
    const free = this.#options.concurrency - this.#active.size;
    if (!this.#accepting() || free <= 0) return;
    const { leaseMs } = this.#options;
    for (const claimed of await this.#options.runs.claim(this.#identity, { limit: free, leaseMs })) {
      if (this.#accepting()) this.#begin(claimed);
      else await this.#options.runs.requeue(claimed, { delayMs: 0, attempts: claimed.attempts });
    }
  }

  #accepting(): boolean {
    return this.#mode === 'working';
  }

  /** Extends the lease and compares what the database says we hold with what we are doing. */
  async #keepHold(): Promise<void> {
    const { runs, logger, leaseMs, monotonicMs } = this.#options;
    const now = monotonicMs();
    if (now >= this.#nextBeat) {
      await runs.beat(this.#identity, leaseMs);
      this.#nextBeat = now + leaseMs / 3;
    }
    const before = [...this.#active.values()];
    const held = new Map((await runs.held(this.#identity.id)).map(claim => [claim.runId, claim]));
    for (const { execution } of before) {
      const { runId, fence } = execution.claim;
      const claim = held.get(runId);
      if (claim?.fence === fence) {
        if (claim.cancelRequested) execution.cancel();
      } else if (this.#active.get(runId)?.execution === execution && execution.fault === undefined) {
        logger.warn('Run was taken over by another worker', { runId });
        execution.halt('lost');
      }
    }
    for (const claim of held.values()) {
      const stray = this.#active.get(claim.runId)?.execution.claim.fence !== claim.fence;
      if (stray) await runs.requeue(claim, { delayMs: 0, attempts: claim.attempts });
    }
    this.#strays = false;
  }

  async #takeOver(): Promise<void> {
    const { runs, logger } = this.#options;
    const neighbours = await runs.neighbours(this.#identity);
    await runs.expire(neighbours.filter(isGone).map(worker => worker.id));
    for (const { runId, failed } of await runs.sweep(maxAbandoned)) {
      if (failed)
        logger.error('Run given up: every worker that began it died', { runId, attempts: maxAbandoned });
      else logger.warn('Run of a dead worker is taken over', { runId });
    }
  }

  #begin(claimed: ClaimedRun): void {
    const { runs, logger, retry, random } = this.#options;
    const { runId } = claimed;
    const execution = new RunExecution({ claim: claimed, attempts: claimed.attempts, journal: runs });
    if (claimed.cancelRequested) execution.cancel();
    const ended = carryOut({
      execution,
      request: claimed.request,
      handler: this.#handler,
      runs,
      logger: logger.child({ runId }),
      retry,
      random,
      givenUp: claimed.abandoned >= maxAbandoned - 1,
      isClosed: () => this.#mode === 'closed',
    }).finally(() => {
      this.#active.delete(runId);
      this.kick();
    });
    this.#active.set(runId, { execution, ended });
  }
}
