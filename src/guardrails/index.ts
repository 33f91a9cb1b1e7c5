import type { ConfiguredGuardrail, Guardrail } from '../contracts/guardrail.ts';
import { budget } from './budget.ts';
import { type ConfiguredGuardrailParts, createConfiguredGuardrail } from './configured-guardrail.ts';
import { dangerousOperation } from './dangerous-operation.ts';
import { composeGuardrail, type GuardrailDefinition, type GuardrailParts } from './guardrail-definition.ts';
import { offTopic } from './off-topic.ts';
import { oversizedInput } from './oversized-input.ts';
import { secretLeak } from './secret-leak.ts';
import { untrustedInstructions } from './untrusted-instructions.ts';

/** The built-in guardrails in the order in which they are asked: the cheap ones first. */
export const guardrailDefinitions: readonly GuardrailDefinition[] = [
  budget,
  oversizedInput,
  secretLeak,
  untrustedInstructions,
  dangerousOperation,
  offTopic,
];

/**
 * The guardrails of one agent: those that always apply and those it names, the built-in ones first. Names that nothing has were refused when
 * its file was read.
 */
export function guardrailsFor(options: {
  readonly named: readonly string[];
  readonly parts: GuardrailParts & ConfiguredGuardrailParts;
  readonly configured?: readonly ConfiguredGuardrail[];
}): readonly Guardrail[] {
  return [
    ...guardrailDefinitions
      .filter(({ name, always }) => always || options.named.includes(name))
      .map(definition => composeGuardrail(definition, options.parts)),
    ...(options.configured ?? [])
      .filter(({ name, always }) => always || options.named.includes(name))
      .map(guardrail => createConfiguredGuardrail(guardrail, options.parts)),
  ];
}
