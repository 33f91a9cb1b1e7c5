import { setTimeout as delay } from 'node:timers/promises';
import type { Model } from '@openai/agents';
import { maxOutputTokens } from './cost.ts';
import { instructions } from './instructions.ts';
import { outputSchema, type SecurityReviewOutput } from './output.ts';

/** Longest wait between two attempts, milliseconds, whatever `Retry-After` says. */
const maxWaitMs = 20_000;
/** Attempts in all; the client below makes none of its own. */
const attempts = 3;
/** Longest one attempt may take, milliseconds. */
const attemptTimeoutMs = 120_000;

type TokenUsage = { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number };

/** What came of asking: an answer of the right shape, or a reason that is safe to show. */
export type AgentAnswer =
  | { readonly kind: 'answered'; readonly output: SecurityReviewOutput; readonly usage: TokenUsage }
  | { readonly kind: 'failed'; readonly reason: string; readonly usage: TokenUsage };

/** One turn of the agent: no tools, no token, no secret; text in, a parsed structure out. Never throws. */
export async function runAgent(options: {
  readonly model: Model;
  readonly prompt: string;
  /** Whether another attempt fits the budget beside what was used so far. */
  readonly affordsAnother: (used: TokenUsage) => boolean;
  readonly signal: AbortSignal;
}): Promise<AgentAnswer> {
  // Loaded here so that nothing else pays for the SDK's start.
  const { Agent, RunContext, Runner, RunState } = await import('@openai/agents');
  const agent = new Agent({
    name: 'security-review',
    instructions,
    outputType: outputSchema,
    model: options.model,
    modelSettings: {
      maxTokens: maxOutputTokens,
      store: false,
      timeoutMs: attemptTimeoutMs,
      retry: { maxRetries: 0 },
    },
  });
  // Default tracing would post to OpenAI whichever provider is used.
  const runner = new Runner({ tracingDisabled: true, traceIncludeSensitiveData: false });
  // The context is our own because SDK errors lose the usage otherwise.
  const context = new RunContext({});
  let reason = 'unknown';
  for (let attempt = 1; attempt <= attempts && !options.signal.aborted; attempt++) {
    try {
      const state = new RunState(context, options.prompt, agent, 1);
      const result = await runner.run(agent, state, { signal: options.signal });
      const parsed = outputSchema.safeParse(result.finalOutput);
      if (parsed.success) return { kind: 'answered', output: parsed.data, usage: usageOf(context) };
      reason = 'it did not answer in the agreed form';
    } catch (error) {
      reason = reasonOf(error);
      const waitMs = retryAfterMs(error, attempt);
      if (waitMs === undefined) break;
      if (attempt < attempts && waitMs > 0)
        await delay(waitMs, undefined, { signal: options.signal }).catch(() => undefined);
    }
    // Useless answers are paid for as well.
    if (!options.affordsAnother(usageOf(context))) break;
  }
  return {
    kind: 'failed',
    reason: options.signal.aborted ? 'the run was cancelled' : reason,
    usage: usageOf(context),
  };
}

function usageOf(context: { readonly usage: TokenUsage }): TokenUsage {
  const { requests, inputTokens, outputTokens } = context.usage;
  return { requests, inputTokens, outputTokens };
}

/** Name and status only: an SDK error's message and state can carry the prompt. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const status = 'status' in error && typeof error.status === 'number' ? ` ${error.status}` : '';
  return `${error.name}${status}`;
}

/** No answer, or half of one; the model SDK's connection errors are plain `Error`s, its others have names. */
const connectionErrors: readonly string[] = ['Error', 'TypeError', 'TimeoutError'];

/** How long to wait before the next attempt; undefined when another one cannot help. */
function retryAfterMs(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof Error) || error.name === 'AbortError') return undefined;
  if ('code' in error && error.code === 'insufficient_quota') return undefined;
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  // Nothing is overloaded: the answer was merely of no use.
  if (error.name === 'ModelBehaviorError') return 0;
  const isTransient =
    status === undefined ? connectionErrors.includes(error.name) : status === 429 || status >= 500;
  if (!isTransient) return undefined;
  const headers = 'headers' in error && error.headers instanceof Headers ? error.headers : undefined;
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Math.min(maxWaitMs, Number.isFinite(seconds) ? seconds * 1000 : 500 * 2 ** attempt);
}
