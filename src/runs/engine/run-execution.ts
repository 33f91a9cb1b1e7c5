import type { RunContext } from '../../contracts/engine.ts';
import type { RunRequest } from '../../contracts/run.ts';
import { AppError } from '../../errors.ts';
import type { JournalEntry, RunClaim, RunJournal } from '../../storage/run-journal.ts';

/** Why an execution may go no further; its outcome then does not count. */
export type ExecutionFault = 'lost' | 'stopping' | 'journal-unavailable';

type EffectOptions<T> = {
  readonly perform: (idempotencyKey: string) => Promise<T>;
  readonly reconcile: (idempotencyKey: string) => Promise<T | undefined>;
};

/**
 * One claim of one run being carried out. Every step first proves that the claim is still valid, so that a
 * process that was paused while another took the run over does nothing further.
 */
export class RunExecution {
  readonly claim: RunClaim;
  readonly attempts: number;
  readonly #journal: RunJournal;
  readonly #entries = new Map<string, JournalEntry>();
  readonly #inFlight = new Map<string, Promise<unknown>>();
  readonly #abort = new AbortController();
  #effectsInFlight = 0;
  #fault: ExecutionFault | undefined;
  #cancelled = false;

  constructor(options: {
    readonly claim: RunClaim;
    readonly attempts: number;
    readonly journal: RunJournal;
  }) {
    this.claim = options.claim;
    this.attempts = options.attempts;
    this.#journal = options.journal;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get fault(): ExecutionFault | undefined {
    return this.#fault;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Whether an effect has begun whose end is not journalled: nobody else may start on the run yet. */
  get effectInFlight(): boolean {
    return this.#effectsInFlight > 0;
  }

  /** What the handler gets. */
  contextFor(request: RunRequest, ending: Pick<RunContext, 'lastAttempt' | 'givenUp'>): RunContext {
    return {
      request,
      signal: this.signal,
      ...ending,
      recall: <T>(name: string) => this.#recall<T>(name),
      step: (name, perform) => this.step(name, perform),
      effect: (name, options) => this.effect(name, options),
    };
  }

  /** Reads what earlier attempts left in the journal; call it before the handler. */
  async resume(): Promise<void> {
    for (const entry of await this.#journal.entries(this.claim.runId)) this.#entries.set(entry.name, entry);
  }

  /** Resolves when no step is under way any more, also one the handler did not wait for. */
  async quiet(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight.values());
  }

  /** Aborts the signal; steps still work, so that the handler can report the cancellation. */
  cancel(): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    this.#abort.abort(
      new AppError({ code: 'run-cancelled', publicMessage: 'The run was cancelled before it finished.' }),
    );
  }

  /** Ends the execution from outside: the signal is aborted and no further step begins. */
  halt(fault: ExecutionFault): void {
    this.#fault ??= fault;
    this.#abort.abort(faultError(this.#fault));
  }

  step<T>(name: string, perform: () => Promise<T>): Promise<T> {
    return this.#once(name, async () => {
      await this.#prove(() => this.#journal.holds(this.claim));
      return await this.#record(name, 'step', await perform());
    });
  }

  effect<T>(name: string, options: EffectOptions<T>): Promise<T> {
    return this.#once(name, async () => {
      const key = `${this.claim.runId}:${name}`;
      if (this.#entries.get(name)?.state === 'started') {
        await this.#prove(() => this.#journal.holds(this.claim));
        const found = await options.reconcile(key);
        if (found !== undefined) return await this.#record(name, 'effect', found);
      }
      this.#effectsInFlight += 1;
      try {
        await this.#prove(() => this.#journal.started(this.claim, name));
        this.#entries.set(name, { name, kind: 'effect', state: 'started', result: null });
        return await this.#record(name, 'effect', await options.perform(key));
      } finally {
        this.#effectsInFlight -= 1;
      }
    });
  }

  #recall<T>(name: string): T | undefined {
    const entry = this.#entries.get(name);
    return entry?.state === 'done' ? (fromJson(entry.result) as T) : undefined;
  }

  /** A name is one result: remembered from an earlier attempt, under way in this one, or new. */
  #once<T>(name: string, run: () => Promise<T>): Promise<T> {
    const entry = this.#entries.get(name);
    // The journal gives back what this very step wrote; its type is the handler's own.
    if (entry?.state === 'done') return Promise.resolve(fromJson(entry.result) as T);
    const underWay = this.#inFlight.get(name);
    if (underWay !== undefined) return underWay as Promise<T>;
    const promise = run().finally(() => this.#inFlight.delete(name));
    this.#inFlight.set(name, promise);
    return promise;
  }

  /** The result as a resumed run would get it, so that both see the same. */
  async #record<T>(name: string, kind: JournalEntry['kind'], value: T): Promise<T> {
    const result = toJson(value);
    await this.#prove(() => this.#journal.done(this.claim, { name, kind, result }));
    this.#entries.set(name, { name, kind, state: 'done', result });
    return fromJson(result) as T;
  }

  /** Asks the journal; a false answer or no answer ends this execution for good, even if the handler catches. */
  async #prove(ask: () => Promise<boolean>): Promise<void> {
    if (this.#fault !== undefined) throw faultError(this.#fault);
    let valid: boolean;
    try {
      valid = await ask();
    } catch (cause) {
      this.halt('journal-unavailable');
      throw faultError('journal-unavailable', cause);
    }
    if (!valid) this.halt('lost');
    // Halted from outside while it waited counts as well.
    if (this.#fault !== undefined) throw faultError(this.#fault);
  }
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

function faultError(fault: ExecutionFault, cause?: unknown): AppError {
  const messages: Record<ExecutionFault, string> = {
    lost: 'Another worker has taken the run over.',
    stopping: 'The server is shutting down; the run resumes at the next start.',
    'journal-unavailable': 'The database did not answer; the run resumes when it does.',
  };
  return new AppError({ code: `run-${fault}`, publicMessage: messages[fault], retryable: true, cause });
}
