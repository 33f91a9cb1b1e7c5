import type {
  AskGuardModel,
  Guardrail,
  GuardrailKind,
  GuardrailOutcome,
  GuardrailPlace,
} from '../contracts/guardrail.ts';

/** What built-in guardrails are composed with. */
export type GuardrailParts = {
  /** Names of the process's own secrets that a text carries in any form; never their values. */
  readonly findSecrets: (text: string) => readonly string[];
  /** Masks what the secrets rules find in a text. */
  readonly redact: (path: string, text: string) => string;
  /** Undefined: no model is configured, and a guardrail that needs one closes. */
  readonly ask: AskGuardModel | undefined;
};

/** A built-in guardrail: what it is, as data, and how it is made. */
export type GuardrailDefinition = {
  readonly name: string;
  readonly kind: GuardrailKind;
  readonly description: string;
  readonly places: readonly GuardrailPlace[];
  /** Whether it applies to an agent that does not name it. */
  readonly always: boolean;
  readonly create: (parts: GuardrailParts) => Guardrail['check'];
};

/** Shorthand of every check. */
export const allowed: GuardrailOutcome = { kind: 'allow' };

/** Makes a definition usable. */
export function composeGuardrail(
  { name, kind, description, places, create }: GuardrailDefinition,
  parts: GuardrailParts,
): Guardrail {
  return { name, kind, description, places, check: create(parts) };
}
