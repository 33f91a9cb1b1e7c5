import { setTimeout as delay } from 'node:timers/promises';
import type { Model } from '@openai/agents';
import type { Reviewer, ReviewerInput, ReviewerOutput } from '../../contracts/reviewer.ts';
import { errorFields, type Logger } from '../../logger.ts';
import { costUsd, type Wait } from '../runtime/ask-model.ts';
import { affordableInputTokens, maxOutputTokens } from './cost.ts';
import { buildPrompt, type Prompt } from './prompt.ts';
import { runAgent } from './run-agent.ts';
import { applyAdvice, verifyAdditional } from './verify.ts';

/** Fewest tokens for which asking is worth it. */
const minInputTokens = 1000;

/** The security-review agent behind the `Reviewer` contract. */
export function createSecurityReviewer(parts: {
  /** Made on first use, so that a process that asks no model loads no SDK. */
  readonly model: (name: string) => Promise<Model>;
  /** The model when the configuration names none. */
  readonly defaultModel: string;
  /** Masks what the secrets rules find, before a text reaches a provider. */
  readonly redact: (path: string, text: string) => string;
  /** Waits between attempts. Default: as long as it is told. */
  readonly wait?: Wait;
  readonly logger: Logger;
}): Reviewer {
  return async input => {
    const name = input.model.name ?? parts.defaultModel;
    const maxTokens = affordableInputTokens(input.model, input.budgetUsd);
    if (maxTokens < minInputTokens) {
      return withoutAdvice(
        input,
        name,
        `the model was not asked: ${input.budgetUsd} USD do not pay for one request`,
      );
    }
    const prompt = buildPrompt({ ...input, maxTokens, redact: parts.redact });
    try {
      const answer = await runAgent({
        choice: {
          name,
          price: input.model.price,
          maxInputTokens: input.model.maxInputTokens,
          providerData: {},
          hostsTools: false,
          connect: () => parts.model(name),
        },
        wait: parts.wait ?? patiently,
        prompt: prompt.text,
        affordsAnother: used => {
          const inputTokens = used.inputTokens + prompt.estimatedTokens;
          const outputTokens = used.outputTokens + maxOutputTokens;
          return (costUsd({ inputTokens, outputTokens }, input.model.price) ?? 0) <= input.budgetUsd;
        },
        signal: input.signal,
      });
      return judged(input, prompt, name, answer);
    } catch (error) {
      parts.logger.warn('The model could not be used', errorFields(error));
      return withoutAdvice(input, name, 'the model could not be reached; the deterministic result stands');
    }
  };
}

const patiently: Wait = (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined);

function judged(
  input: ReviewerInput,
  prompt: Prompt,
  name: string,
  answer: Awaited<ReturnType<typeof runAgent>>,
): ReviewerOutput {
  const usage = { model: name, ...answer.usage, costUsd: costUsd(answer.usage, input.model.price) };
  if (answer.kind === 'failed') {
    const gaps = [
      ...prompt.gaps,
      `the model gave no usable answer (${answer.reason}); the deterministic result stands`,
    ];
    return { findings: input.findings, added: [], unverified: 0, gaps, usage };
  }
  const { added, unverified } = verifyAdditional(answer.output.additional, input.files);
  const findings = applyAdvice(input.findings, prompt.findingById, answer.output);
  return { findings, added, unverified, gaps: prompt.gaps, usage };
}

function withoutAdvice(input: ReviewerInput, model: string, gap: string): ReviewerOutput {
  return {
    findings: input.findings,
    added: [],
    unverified: 0,
    gaps: [gap],
    usage: { model, requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 },
  };
}
