import type { AgentInputItem, Model, ModelRequest, ModelResponse } from '@openai/agents';
import { Usage } from '@openai/agents';
import type { AgentDefinition } from '../../contracts/agent.ts';
import { errorFields, type Logger } from '../../logger.ts';
import { answerText } from './answer-text.ts';
import { askModel, costUsd, type ModelAnswer, type Wait } from './ask-model.ts';
import { hostedCalls, hostedIn } from './hosted-tools.ts';
import type { ModelChoice } from './model-source.ts';
import type { OutputShape } from './output-shape.ts';
import { RunEnded } from './run-end.ts';
import type { RunSession } from './run-session.ts';
import { estimateTokens, trimHistory } from './trim-history.ts';

/** Most tokens of one answer when the definition says nothing. */
const defaultOutputTokens = 4096;

/** Told to a model whose last turn it is. */
const lastTurnNote =
  'This is your last turn and you have no tools left. Answer now with what you know, and say what you could not find out.';

/**
 * What the SDK's loop sees as its model: it keeps limits, trims, journals the answer before any tool runs, retries,
 * falls back, and counts. All calls of a run pass here.
 */
export class RuntimeModel implements Model {
  readonly #definition: AgentDefinition;
  readonly #leftOut: readonly string[];
  readonly #choices: readonly ModelChoice[];
  readonly #session: RunSession;
  readonly #shape: OutputShape | undefined;
  readonly #scope: string;
  readonly #parent: number | undefined;
  /** Whether deltas may go out: no guardrail still has to see the answer. */
  readonly #mayStream: boolean;
  readonly #logger: Logger;
  readonly #wait: Wait;
  readonly #callIds: Set<string>;
  #calls = 0;

  constructor(options: {
    readonly definition: AgentDefinition;
    /** Sentences about hosted tools that it names and does not get. */
    readonly leftOut: readonly string[];
    /** The model and, if there is one, its fall-back. */
    readonly choices: readonly ModelChoice[];
    readonly session: RunSession;
    readonly shape: OutputShape | undefined;
    /** Begins the names in the journal; ends in `/`. */
    readonly scope: string;
    readonly parent: number | undefined;
    readonly mayStream: boolean;
    readonly logger: Logger;
    readonly wait: Wait;
    /** Ids of the calls in the conversation so far, shared by its agents. */
    readonly callIds: Set<string>;
  }) {
    this.#definition = options.definition;
    this.#leftOut = options.leftOut;
    this.#choices = options.choices;
    this.#session = options.session;
    this.#shape = options.shape;
    this.#scope = options.scope;
    this.#parent = options.parent;
    this.#mayStream = options.mayStream;
    this.#logger = options.logger;
    this.#wait = options.wait;
    this.#callIds = options.callIds;
  }

  /** Number of the newest answer; names what its calls of tools are journalled under. */
  get calls(): number {
    return this.#calls;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    const session = this.#session;
    const turn = session.beginTurn();
    // Counted by agent, because several agents of a run may ask at the same time.
    this.#calls += 1;
    const name = `${this.#scope}model:${this.#calls}`;
    const [primary] = this.#choices;
    const prepared = this.#prepare(request, turn);
    for (const gap of this.#leftOut) session.addGap(gap);
    const agent = this.#definition.name;
    const model = primary?.name ?? 'none';
    session.emit({ kind: 'model-started', agent, model, turn });
    const endStep = session.startStep({ agent, kind: 'model', name: model, parent: this.#parent });
    let replayed = true;
    try {
      const answer = await session.journal.step(name, async () => {
        replayed = false;
        return await this.#ask(prepared);
      });
      session.heard(answerText(answer.output));
      const { maxTokens } = prepared.modelSettings;
      if (maxTokens !== undefined && answer.usage.outputTokens >= maxTokens)
        session.addGap(`an answer was cut off at ${maxTokens} tokens`);
      endStep({
        outcome: answer.failures.length === 0 ? 'ok' : 'retried',
        replayed,
        usage: answer.usage,
        detail: describe(answer),
      });
      this.#noteHosted(prepared, answer, replayed);
      return toResponse({ ...answer, output: withUniqueCallIds(answer.output, this.#callIds) });
    } catch (error) {
      endStep({ outcome: session.signal.aborted ? 'cancelled' : 'failed' });
      if (!(error instanceof RunEnded)) this.#logger.warn('A call of a model failed', errorFields(error));
      throw error;
    }
  }

  // The loop fetches whole answers; deltas go to the listener as they come.
  getStreamedResponse(): never {
    throw new TypeError('The runner does not stream through the SDK.');
  }

  async #ask(request: ModelRequest): Promise<ModelAnswer> {
    const agent = this.#definition.name;
    const session = this.#session;
    const asked = await askModel({
      choices: this.#choices,
      request,
      signal: session.signal,
      onDelta:
        this.#mayStream && session.streams
          ? delta => session.emit({ kind: 'text', agent, delta })
          : undefined,
      wait: this.#wait,
      onDiscard: () => session.emit({ kind: 'text-discarded', agent }),
    });
    const failures = asked.kind === 'answered' ? asked.answer.failures : asked.failures;
    for (const reason of failures) this.#logger.warn('A model failed', { agent, reason });
    if (asked.kind === 'answered') return asked.answer;
    if (session.signal.aborted) {
      session.finishAborted();
      throw new RunEnded('aborted');
    }
    const reason = `the model could not be used (${asked.failures.at(-1) ?? 'no model'})`;
    return session.abandon({ kind: 'incomplete', reason });
  }

  /** What the provider did by itself becomes steps of the run and counts; what it does not have is said. */
  #noteHosted(request: ModelRequest, { output, usage }: ModelAnswer, replayed: boolean): void {
    const session = this.#session;
    const agent = this.#definition.name;
    for (const { name, outcome, detail } of hostedCalls(output)) {
      session.beginToolCall();
      session.startStep({ agent, kind: 'tool', name, parent: this.#parent })({ outcome, replayed, detail });
    }
    const asked = this.#choices.find(({ name }) => name === usage.model);
    if (asked?.hostsTools !== false) return;
    for (const name of hostedIn(request))
      session.addGap(`${name} was left out: ${usage.model} does not have it, only OpenAI (Responses) does`);
  }

  /** The request as it goes out: within the limits, with our settings, without what the SDK would add. */
  #prepare(request: ModelRequest, turn: number): ModelRequest {
    const { limits } = this.#session;
    const isLast = turn >= limits.turns && request.tools.length + request.handoffs.length > 0;
    if (isLast) this.#session.addGap(`the limit of ${limits.turns} turns was reached`);
    const fixed = estimateTokens([request.systemInstructions ?? '', request.tools, request.handoffs]);
    const maxOutput = this.#definition.settings.maxOutputTokens ?? defaultOutputTokens;
    const room = this.#affordableTokens(maxOutput) - fixed;
    const history = trimHistory(asItems(request.input), room);
    if (history.left !== undefined) this.#session.addGap(history.left);
    if (history.tokens > room)
      this.#session.abandon({
        kind: 'incomplete',
        reason: 'the next request does not fit what may be spent',
      });
    const { maxToolCalls, toolCalls } = this.#session.budget;
    const callsLeft = maxToolCalls - toolCalls;
    const hosts = hostedIn(request).length > 0 && !isLast;
    const isSpent = hosts && callsLeft <= 0;
    if (isSpent) this.#session.addGap(`the limit of ${maxToolCalls} calls of tools was reached`);
    const tools = isSpent ? request.tools.filter(({ type }) => type !== 'hosted_tool') : request.tools;
    return {
      ...request,
      input: isLast ? [...history.items, { role: 'user', content: lastTurnNote }] : [...history.items],
      tools: isLast ? [] : tools,
      handoffs: isLast ? [] : request.handoffs,
      outputType: this.#shape === undefined ? 'text' : this.#shape.wire,
      modelSettings: {
        ...settingsOf(this.#definition, maxOutput),
        // The provider counts its own calls within one answer.
        ...(hosts && !isSpent ? { providerData: { max_tool_calls: callsLeft } } : {}),
      },
      tracing: false,
    };
  }

  /** Input tokens that one more request may have, by the model, the token limit and the money. */
  #affordableTokens(maxOutput: number): number {
    const session = this.#session;
    const { limits } = session;
    const [primary] = this.#choices;
    const byTokens = limits.tokens - session.tokens;
    const byModel = primary?.maxInputTokens ?? Number.POSITIVE_INFINITY;
    const price = primary?.price;
    if (price === undefined || price.inputUsdPerMillion === 0) return Math.min(byTokens, byModel);
    const answer = costUsd({ inputTokens: 0, outputTokens: maxOutput }, price) ?? 0;
    const left = limits.costUsd - session.costUsd - answer;
    return Math.min(byTokens, byModel, Math.floor((left * 1_000_000) / price.inputUsdPerMillion));
  }
}

function asItems(input: ModelRequest['input']): readonly AgentInputItem[] {
  return typeof input === 'string' ? [{ role: 'user', content: input }] : input;
}

function settingsOf({ settings }: AgentDefinition, maxTokens: number): ModelRequest['modelSettings'] {
  const { temperature, reasoningEffort } = settings;
  return {
    maxTokens,
    // Providers otherwise keep what they are sent.
    store: false,
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoning: { effort: reasoningEffort } }),
  };
}

/**
 * Some servers count the ids of calls anew with every answer. The SDK takes a call whose id it has seen for one that
 * was carried out, and drops it.
 */
function withUniqueCallIds(output: ModelAnswer['output'], seen: Set<string>): ModelAnswer['output'] {
  return output.map(item => {
    if (item.type !== 'function_call') return item;
    let callId = item.callId;
    for (let again = 2; seen.has(callId); again += 1) callId = `${item.callId}-${again}`;
    seen.add(callId);
    return { ...item, callId };
  });
}

function toResponse({ output, responseId, usage }: ModelAnswer): ModelResponse {
  const { requests, inputTokens, outputTokens } = usage;
  return {
    output,
    usage: new Usage({ requests, inputTokens, outputTokens, totalTokens: inputTokens + outputTokens }),
    ...(responseId === undefined ? {} : { responseId }),
  };
}

/** What the model did, in a line. */
function describe({ output, failures }: ModelAnswer): string {
  const calls = output.flatMap(item => (item.type === 'function_call' ? [`calls ${item.name}`] : []));
  const text = answerText(output);
  return [...failures.map(failure => `failed first: ${failure}`), ...calls, text].join('; ');
}
