import { setTimeout as delay } from 'node:timers/promises';
import type { Model } from '@openai/agents';
import type { AskTyped, TypedAnswer, TypedQuestion } from '../../contracts/ask-typed.ts';
import type { Config } from '../../contracts/config.ts';
import type { Usage } from '../../contracts/result.ts';
import { errorFields, type Logger } from '../../logger.ts';
import { answerText } from './answer-text.ts';
import { askModel, costUsd, type Wait } from './ask-model.ts';
import { outputShape } from './output-shape.ts';

/** Answers that may be of no use before it is given up. */
const maxAnswers = 3;
/** Characters a token stands for, on the safe side for code. */
const charactersPerToken = 3;

/** The agents' way of asking one typed question: provider failures are tried again, useless answers too. */
export function createAskTyped(parts: {
  /** Made on first use, so that a process that asks no model loads no SDK. */
  readonly model: (name: string) => Promise<Model>;
  /** The model when the configuration names none. */
  readonly defaultModel: string;
  readonly wait?: Wait;
  readonly logger: Logger;
}): AskTyped {
  const wait = parts.wait ?? patiently;
  return async question => {
    const name = question.model.name ?? parts.defaultModel;
    const none: Usage = { model: name, requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
    try {
      return await ask(question, { name, connect: () => parts.model(name), wait, none });
    } catch (error) {
      parts.logger.warn('The model could not be used', errorFields(error));
      return { kind: 'failed', reason: 'it could not be reached', usage: none };
    }
  };
}

const patiently: Wait = (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined);

async function ask<T>(
  question: TypedQuestion<T>,
  options: {
    readonly name: string;
    readonly connect: () => Promise<Model>;
    readonly wait: Wait;
    readonly none: Usage;
  },
): Promise<TypedAnswer<T>> {
  const { setTracingDisabled, withTrace } = await import('@openai/agents');
  // Default tracing would post to OpenAI, whichever provider is asked.
  setTracingDisabled(true);
  const { name, connect, wait } = options;
  const { model, signal } = question;
  const shape = outputShape(question.name, question.schema);
  const choice = {
    name,
    price: model.price,
    maxInputTokens: model.maxInputTokens,
    providerData: {},
    hostsTools: false,
    connect,
  };
  const request = {
    systemInstructions: question.instructions,
    input: [{ role: 'user' as const, content: question.prompt }],
    modelSettings: { maxTokens: question.maxOutputTokens, store: false },
    tools: [],
    handoffs: [],
    outputType: shape.wire,
    tracing: false,
  };
  let usage = options.none;
  let reason = 'unknown';
  for (let answers = 1; answers <= maxAnswers && !signal.aborted; answers += 1) {
    // Models of the SDK insist on a trace around them; with tracing disabled it is an empty one.
    const asked = await withTrace(question.name, () =>
      askModel({ choices: [choice], request, signal, wait, onDelta: undefined, onDiscard: () => undefined }),
    );
    if (asked.kind === 'failed') {
      usage = { ...usage, requests: usage.requests + asked.requests };
      reason = asked.failures.at(-1) ?? reason;
      break;
    }
    usage = addUsage(usage, { ...asked.answer.usage, model: name }, model);
    const parsed = shape.parse(answerText(asked.answer.output));
    const checked = question.schema.safeParse(parsed.kind === 'value' ? parsed.value : undefined);
    if (checked.success) return { kind: 'answered', output: checked.data, usage };
    reason = 'it did not answer in the agreed form';
    // Useless answers are paid for as well.
    const next = costUsd(
      {
        inputTokens: question.prompt.length / charactersPerToken,
        outputTokens: question.maxOutputTokens,
      },
      model.price,
    );
    if ((usage.costUsd ?? 0) + (next ?? 0) > question.budgetUsd) break;
  }
  return { kind: 'failed', reason: signal.aborted ? 'the run was cancelled' : reason, usage };
}

/** Both together; the cost is unknown as soon as the price is. */
export function addUsage(a: Usage, b: Usage, { price }: Pick<Config['model'], 'price'>): Usage {
  const tokens = {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
  return {
    model: b.model ?? a.model,
    requests: a.requests + b.requests,
    ...tokens,
    costUsd: costUsd(tokens, price),
  };
}
