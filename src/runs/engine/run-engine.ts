import { randomUUID } from 'node:crypto';
import type { EngineStatus, RunEngine, RunHandler } from '../../contracts/engine.ts';
import type { RunRequest } from '../../contracts/run.ts';
import { AppError } from '../../errors.ts';
import { errorFields, type Logger } from '../../logger.ts';
import type { RunStore } from '../../storage/run-store.ts';
import { GroupCommit } from './group-commit.ts';
import { ownProcessIdentity, type ProcessIdentity } from './process-identity.ts';
import { defaultRetryPolicy, type RetryPolicy } from './retry.ts';
import { RunWorker } from './run-worker.ts';

export type RunEngineOptions = {
  readonly runs: RunStore;
  readonly logger: Logger;
  /** Runs carried out at the same time by this process. Default 4. */
  readonly concurrency?: number;
  /** After this long without a sign of life a worker's runs go to others, milliseconds. Default 10,000. */
  readonly leaseMs?: number;
  /** How often the queue and cancellations of other processes are looked at, milliseconds. Default 500. */
  readonly pollMs?: number;
  /** How long ended runs are kept, and with them the memory of their ids, milliseconds. Default 30 days. */
  readonly retentionMs?: number;
  readonly retry?: RetryPolicy;
  /** Default: a random UUID. */
  readonly workerId?: string;
  /** Default: this process as `/proc` shows it. */
  readonly process?: ProcessIdentity;
  /** In [0, 1), for the jitter of retries. Default `Math.random`. */
  readonly random?: () => number;
  /** For intervals only, milliseconds. Default `performance.now`. */
  readonly monotonicMs?: () => number;
};

const thirtyDaysMs = 30 * 24 * 3_600_000;

/**
 * The durable engine: requests are rows of one queue table, claimed under a lease; each step's result and each
 * effect's beginning and end are journalled in the same database, in transactions that prove the claim first.
 * Why not a workflow engine: `docs/decisions/0001-own-durable-engine.md`.
 */
export function createRunEngine(options: RunEngineOptions): RunEngine {
  return new DurableRunEngine(options);
}

class DurableRunEngine implements RunEngine {
  readonly #options: RunEngineOptions;
  readonly #intake: GroupCommit<RunRequest, 'enqueued' | 'duplicate'>;
  #worker: RunWorker | undefined;

  constructor(options: RunEngineOptions) {
    this.#options = options;
    this.#intake = new GroupCommit(requests => this.#insert(requests));
  }

  async enqueue(requests: readonly RunRequest[]): Promise<readonly ('enqueued' | 'duplicate')[]> {
    if (requests.length === 0) return [];
    const answers = await this.#intake.submit(requests);
    if (answers.includes('enqueued')) this.#worker?.kick();
    return answers;
  }

  async start(handler: RunHandler): Promise<void> {
    const { runs, logger, ...options } = this.#options;
    this.#worker ??= new RunWorker(
      {
        runs,
        logger,
        workerId: options.workerId ?? randomUUID(),
        process: options.process ?? ownProcessIdentity(),
        concurrency: options.concurrency ?? 4,
        leaseMs: options.leaseMs ?? 10_000,
        pollMs: options.pollMs ?? 500,
        retentionMs: options.retentionMs ?? thirtyDaysMs,
        retry: options.retry ?? defaultRetryPolicy,
        random: options.random ?? Math.random,
        monotonicMs: options.monotonicMs ?? (() => performance.now()),
      },
      handler,
    );
  }

  async cancel(runId: string): Promise<boolean> {
    const answer = await this.#options.runs.cancel(runId);
    if (answer === 'requested') {
      this.#worker?.cancel(runId);
      this.#worker?.kick();
    }
    return answer !== 'unknown';
  }

  async wake(runIds: readonly string[]): Promise<void> {
    if (runIds.length === 0) return;
    await this.#options.runs.wake(runIds);
    this.#worker?.kick();
  }

  async stop({ timeoutMs }: { readonly timeoutMs: number }): Promise<void> {
    await this.#worker?.stop(timeoutMs);
    this.#worker = undefined;
  }

  async status(): Promise<EngineStatus> {
    return await this.#options.runs.counts();
  }

  async #insert(requests: readonly RunRequest[]): Promise<readonly ('enqueued' | 'duplicate')[]> {
    const fresh = new Set(await this.#insertRows(requests));
    // The first of several with the same id in one commit is the one that was enqueued.
    return requests.map(({ id }) => (fresh.delete(id) ? 'enqueued' : 'duplicate'));
  }

  async #insertRows(requests: readonly RunRequest[]): Promise<ReadonlySet<string>> {
    try {
      return await this.#options.runs.insert(
        requests.map(request => ({ id: request.id, request: JSON.stringify(request) })),
      );
    } catch (cause) {
      this.#options.logger.error('Runs could not be stored', {
        requests: requests.length,
        ...errorFields(cause),
      });
      throw new AppError({
        code: 'enqueue-failed',
        publicMessage: 'The event could not be stored. Deliver it again.',
        retryable: true,
        cause,
      });
    }
  }
}
