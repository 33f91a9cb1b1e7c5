import type { AgentOutputItem, ModelRequest } from '@openai/agents';
import type { ModelUsage } from '../../contracts/agent.ts';
import type { ModelPrice } from '../../contracts/config.ts';
import { classifyError } from './classify-error.ts';
import { forProvider } from './hosted-tools.ts';
import type { ModelChoice } from './model-source.ts';

/** Attempts per model; the providers' clients make none of their own. */
const attempts = 3;
/** Longest one attempt may take, milliseconds. */
const attemptTimeoutMs = 120_000;

/** What a model said; stored in the journal, so it is JSON. */
export type ModelAnswer = {
  readonly output: AgentOutputItem[];
  readonly responseId: string | undefined;
  /** All attempts together. */
  readonly usage: ModelUsage;
  /** Words about attempts that failed before. */
  readonly failures: readonly string[];
};

/** Waits so many milliseconds; ends early when the signal is aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export type Asked =
  | { readonly kind: 'answered'; readonly answer: ModelAnswer }
  | { readonly kind: 'failed'; readonly failures: readonly string[]; readonly requests: number };

/**
 * Asks a model, again after failures that may pass, then the next one in line. Waits are bounded whatever the provider
 * asks for. Never throws for what a provider does.
 */
export async function askModel(options: {
  readonly choices: readonly ModelChoice[];
  readonly request: ModelRequest;
  readonly signal: AbortSignal;
  /** Undefined: the answer is fetched whole. */
  readonly onDelta: ((delta: string) => void) | undefined;
  /** The deltas so far belong to an attempt that failed. */
  readonly onDiscard: () => void;
  readonly wait: Wait;
}): Promise<Asked> {
  const failures: string[] = [];
  let requests = 0;
  for (const choice of options.choices) {
    for (let attempt = 1; attempt <= attempts && !options.signal.aborted; attempt += 1) {
      requests += 1;
      let sent = false;
      const onDelta =
        options.onDelta &&
        ((delta: string): void => {
          sent = true;
          options.onDelta?.(delta);
        });
      try {
        const { output, responseId, tokens } = await askOnce(choice, { ...options, onDelta });
        const usage = { model: choice.name, requests, ...tokens, costUsd: costUsd(tokens, choice.price) };
        return { kind: 'answered', answer: { output, responseId, usage, failures } };
      } catch (error) {
        if (sent) options.onDiscard();
        const { reason, retryAfterMs } = classifyError(error, attempt);
        failures.push(`${choice.name}: ${reason}`);
        if (retryAfterMs === undefined) break;
        if (attempt < attempts && retryAfterMs > 0) await options.wait(retryAfterMs, options.signal);
      }
    }
  }
  return { kind: 'failed', failures, requests };
}

type Heard = Pick<ModelAnswer, 'output' | 'responseId'> & {
  readonly tokens: { readonly inputTokens: number; readonly outputTokens: number };
};

async function askOnce(
  choice: ModelChoice,
  options: {
    readonly request: ModelRequest;
    readonly signal: AbortSignal;
    readonly onDelta: ((delta: string) => void) | undefined;
  },
): Promise<Heard> {
  const model = await choice.connect();
  const timeout = AbortSignal.timeout(attemptTimeoutMs);
  const request = {
    ...forProvider(options.request, choice),
    signal: AbortSignal.any([options.signal, timeout]),
  };
  try {
    if (options.onDelta === undefined) return heard(await model.getResponse(request));
    for await (const event of model.getStreamedResponse(request)) {
      if (event.type === 'output_text_delta') options.onDelta(event.delta);
      if (event.type === 'response_done') {
        const { id, usage, output } = event.response;
        return heard({ output, usage, responseId: id });
      }
    }
  } catch (error) {
    // Clients report their own abort as a cancellation, which would not be tried again.
    if (timeout.aborted && !options.signal.aborted) throw named('TimeoutError');
    throw error;
  }
  throw named('StreamCutError');
}

function heard(response: {
  readonly output: readonly unknown[];
  readonly responseId?: string | undefined;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
}): Heard {
  const { inputTokens, outputTokens } = response.usage;
  return {
    // Streamed and fetched answers hold the same items; the SDK types them apart.
    output: response.output as AgentOutputItem[],
    responseId: response.responseId,
    tokens: { inputTokens, outputTokens },
  };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** Price of the tokens in US dollars; null when the model's price is not configured. */
export function costUsd(
  tokens: { readonly inputTokens: number; readonly outputTokens: number },
  price: ModelPrice | undefined,
): number | null {
  if (price === undefined) return null;
  const { inputUsdPerMillion, outputUsdPerMillion } = price;
  return (tokens.inputTokens * inputUsdPerMillion + tokens.outputTokens * outputUsdPerMillion) / 1_000_000;
}
