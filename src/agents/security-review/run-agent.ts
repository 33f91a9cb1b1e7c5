import type { ModelRequest } from '@openai/agents';
import { answerText } from '../runtime/answer-text.ts';
import { askModel, type Wait } from '../runtime/ask-model.ts';
import type { ModelChoice } from '../runtime/model-source.ts';
import { outputShape } from '../runtime/output-shape.ts';
import { maxOutputTokens } from './cost.ts';
import { instructions } from './instructions.ts';
import { outputSchema, type SecurityReviewOutput } from './output.ts';

/** Answers that may be of no use before it is given up. */
const maxAnswers = 3;

const shape = outputShape('security-review', outputSchema);

type TokenUsage = { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number };

/** What came of asking: an answer of the right shape, or a reason that is safe to show. */
export type AgentAnswer =
  | { readonly kind: 'answered'; readonly output: SecurityReviewOutput; readonly usage: TokenUsage }
  | { readonly kind: 'failed'; readonly reason: string; readonly usage: TokenUsage };

/** One turn of the agent: no tools, no token, no secret; text in, a parsed structure out. Never throws. */
export async function runAgent(options: {
  readonly choice: ModelChoice;
  readonly prompt: string;
  /** Whether another attempt fits the budget beside what was used so far. */
  readonly affordsAnother: (used: TokenUsage) => boolean;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}): Promise<AgentAnswer> {
  // Loaded here so that nothing else pays for the SDK's start.
  const { setTracingDisabled, withTrace } = await import('@openai/agents');
  // Default tracing would post to OpenAI, whichever provider is asked.
  setTracingDisabled(true);
  const { choice, signal, wait } = options;
  const ask = { choices: [choice], request: requestOf(options.prompt), signal, wait };
  let usage: TokenUsage = { requests: 0, inputTokens: 0, outputTokens: 0 };
  let reason = 'unknown';
  for (let answers = 1; answers <= maxAnswers && !signal.aborted; answers += 1) {
    // Models of the SDK insist on a trace around them; with tracing disabled it is an empty one.
    const asked = await withTrace('security-review', () =>
      askModel({ ...ask, onDelta: undefined, onDiscard: () => undefined }),
    );
    if (asked.kind === 'failed') {
      usage = { ...usage, requests: usage.requests + asked.requests };
      reason = asked.failures.at(-1) ?? reason;
      break;
    }
    usage = sum(usage, asked.answer.usage);
    const parsed = outputSchema.safeParse(parsedBy(shape, answerText(asked.answer.output)));
    if (parsed.success) return { kind: 'answered', output: parsed.data, usage };
    reason = 'it did not answer in the agreed form';
    // Useless answers are paid for as well.
    if (!options.affordsAnother(usage)) break;
  }
  return { kind: 'failed', reason: signal.aborted ? 'the run was cancelled' : reason, usage };
}

function requestOf(prompt: string): ModelRequest {
  return {
    systemInstructions: instructions,
    input: [{ role: 'user', content: prompt }],
    modelSettings: { maxTokens: maxOutputTokens, store: false },
    tools: [],
    handoffs: [],
    outputType: shape.wire,
    tracing: false,
  };
}

function parsedBy({ parse }: typeof shape, text: string): unknown {
  const parsed = parse(text);
  return parsed.kind === 'value' ? parsed.value : undefined;
}

function sum(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}
