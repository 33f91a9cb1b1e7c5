import type {
  AgentApprovals,
  AgentEvent,
  AgentJournal,
  AgentLimits,
  AgentRunRequest,
  AgentStep,
  ModelUsage,
  PendingApproval,
} from '../../contracts/agent.ts';
import type { GuardedBudget } from '../../contracts/guardrail.ts';
import type { ToolRisk } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';
import { type RunEnd, RunEnded } from './run-end.ts';

/** Longest excerpt kept with a step, characters. */
const maxDetail = 400;

/** What a step came to. */
export type StepEnd = {
  readonly outcome: string;
  readonly replayed?: boolean;
  readonly usage?: ModelUsage | undefined;
  readonly detail?: string | undefined;
};

/**
 * Everything one run has used, done and must not exceed, whichever of its agents did it. Kept here rather than in the
 * SDK's state, because its errors lose usage and progress.
 */
export class RunSession {
  readonly request: AgentRunRequest;
  readonly limits: AgentLimits;
  /** The most any tool of the run may do: the role of the agent it began with. */
  readonly role: ToolRisk;
  readonly journal: AgentJournal;
  /** Aborted when the run is cancelled or its time is up. */
  readonly signal: AbortSignal;
  readonly approvals: AgentApprovals;
  readonly pending: PendingApproval[] = [];
  readonly #gaps = new Set<string>();
  readonly #steps: AgentStep[] = [];
  readonly #usage = new Map<string, ModelUsage>();
  readonly #cancel: AbortSignal;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #redact: (text: string) => string;
  readonly #onEvent: ((event: AgentEvent) => void) | undefined;
  #begun = 0;
  #turns = 0;
  #toolCalls = 0;
  #end: RunEnd | undefined;
  #lastText: string | undefined;

  constructor(options: {
    readonly request: AgentRunRequest;
    readonly limits: AgentLimits;
    readonly role: ToolRisk;
    readonly journal: AgentJournal;
    readonly signal: AbortSignal;
    readonly approvals: AgentApprovals;
    readonly now: () => number;
    readonly redact: (text: string) => string;
    readonly onEvent: ((event: AgentEvent) => void) | undefined;
  }) {
    this.request = options.request;
    this.limits = options.limits;
    this.role = options.role;
    this.journal = options.journal;
    this.approvals = options.approvals;
    this.#now = options.now;
    this.#redact = options.redact;
    this.#onEvent = options.onEvent;
    this.#startedAt = options.now();
    this.#cancel = options.signal;
    this.signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.limits.seconds * 1000)]);
  }

  get steps(): readonly AgentStep[] {
    return [...this.#steps].sort((a, b) => a.step - b.step);
  }

  get gaps(): readonly string[] {
    return [...this.#gaps];
  }

  get usage(): readonly ModelUsage[] {
    return [...this.#usage.values()];
  }

  /** For guardrails that watch over it. */
  get budget(): GuardedBudget {
    const { costUsd: maxUsd, tokens: maxTokens, toolCalls: maxToolCalls } = this.limits;
    const { costUsd: spentUsd, tokens } = this;
    return { spentUsd, maxUsd, tokens, maxTokens, toolCalls: this.#toolCalls, maxToolCalls };
  }

  get end(): RunEnd | undefined {
    return this.#end;
  }

  /** Whether somebody listens to the text as it is written. */
  get streams(): boolean {
    return this.#onEvent !== undefined;
  }

  get elapsedMs(): number {
    return this.#now() - this.#startedAt;
  }

  get tokens(): number {
    return this.usage.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  }

  /** US dollars of the models whose price is known. */
  get costUsd(): number {
    return this.usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  }

  emit(event: AgentEvent): void {
    this.#onEvent?.(event);
  }

  /** The newest words of a model: what a run that breaks off has. */
  get lastText(): string | undefined {
    return this.#lastText;
  }

  heard(text: string): void {
    if (text !== '') this.#lastText = text;
  }

  addGap(sentence: string): void {
    this.#gaps.add(sentence);
  }

  /**
   * Ends a run whose signal was aborted.
   * @throws the signal's reason when that is not a cancellation: the run goes on elsewhere or later.
   */
  finishAborted(): void {
    const reason: unknown = this.#cancel.reason;
    if (reason instanceof AppError && reason.code !== 'run-cancelled') throw reason;
    this.finish(
      this.#cancel.aborted
        ? { kind: 'cancelled' }
        : { kind: 'incomplete', reason: `the limit of ${this.limits.seconds} seconds was reached` },
    );
  }

  /** Ends the run; the first end counts. */
  finish(end: RunEnd): void {
    this.#end ??= end;
  }

  /** @throws RunEnded always. */
  abandon(end: RunEnd): never {
    this.finish(end);
    throw new RunEnded(end.kind);
  }

  /**
   * Counts a call of a model; its number within the run.
   * @throws RunEnded when no further call is allowed.
   */
  beginTurn(): number {
    if (this.signal.aborted) {
      this.finishAborted();
      throw new RunEnded('aborted');
    }
    const reached = this.#reachedLimit();
    if (reached !== undefined) this.abandon({ kind: 'incomplete', reason: reached });
    this.#turns += 1;
    return this.#turns;
  }

  /** Counts a call of a tool; false when no further one is allowed. */
  beginToolCall(): boolean {
    if (this.#toolCalls >= this.limits.toolCalls) {
      this.addGap(`the limit of ${this.limits.toolCalls} calls of tools was reached`);
      return false;
    }
    this.#toolCalls += 1;
    return true;
  }

  #reachedLimit(): string | undefined {
    const { turns, tokens, seconds, costUsd } = this.limits;
    if (this.#turns >= turns) return `the limit of ${turns} turns was reached`;
    if (this.tokens >= tokens) return `the limit of ${tokens} tokens was reached`;
    if (this.elapsedMs >= seconds * 1000) return `the limit of ${seconds} seconds was reached`;
    if (this.costUsd >= costUsd && this.costUsd > 0) return `the limit of ${costUsd} USD was reached`;
    return undefined;
  }

  /** Begins a step; call what it returns when the step has ended. */
  startStep(
    step: Pick<AgentStep, 'agent' | 'kind' | 'name' | 'parent'>,
  ): ((end: StepEnd) => AgentStep) & { readonly step: number } {
    this.#begun += 1;
    const number = this.#begun;
    const startedMs = this.elapsedMs;
    const finish = ({ outcome, replayed = false, usage, detail }: StepEnd): AgentStep => {
      const ended: AgentStep = {
        ...step,
        step: number,
        outcome,
        startedMs,
        durationMs: this.elapsedMs - startedMs,
        replayed,
        usage,
        // Masked before it is cut, because half of a secret is no longer recognised.
        detail: detail === undefined ? undefined : this.#redact(detail).slice(0, maxDetail),
      };
      this.#steps.push(ended);
      if (usage !== undefined) this.#count(usage);
      this.emit({ kind: 'step-ended', step: ended });
      return ended;
    };
    return Object.assign(finish, { step: number });
  }

  #count(usage: ModelUsage): void {
    const known = this.#usage.get(usage.model);
    this.#usage.set(usage.model, {
      model: usage.model,
      requests: (known?.requests ?? 0) + usage.requests,
      inputTokens: (known?.inputTokens ?? 0) + usage.inputTokens,
      outputTokens: (known?.outputTokens ?? 0) + usage.outputTokens,
      costUsd: known === undefined ? usage.costUsd : addCosts(known.costUsd, usage.costUsd),
    });
  }
}

function addCosts(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
