import { allowed, type GuardrailDefinition } from './guardrail-definition.ts';

/** Stops a run that has used up its money, its tokens or its tool calls. */
export const budget: GuardrailDefinition = {
  name: 'budget',
  kind: 'function',
  description: 'Stops a run whose money, tokens or tool calls are used up.',
  places: ['input', 'tool-input'],
  always: true,
  create:
    () =>
    ({ budget: used }) => {
      if (used === undefined) return allowed;
      const spent = [
        used.spentUsd >= used.maxUsd ? `${used.maxUsd} USD` : undefined,
        used.tokens >= used.maxTokens ? `${used.maxTokens} tokens` : undefined,
        used.toolCalls >= used.maxToolCalls ? `${used.maxToolCalls} tool calls` : undefined,
      ].filter(limit => limit !== undefined);
      if (spent.length === 0) return allowed;
      const message = `The run has used what it may: ${spent.join(', ')}. The limit stands in the agent's or the workflow's limits.`;
      return { kind: 'stop', code: 'budget-spent', message };
    },
};
