import type {
  AskGuardModel,
  ConfiguredGuardrail,
  Guardrail,
  GuardrailOutcome,
  GuardrailSubject,
} from '../contracts/guardrail.ts';
import { allowed } from './guardrail-definition.ts';
import { createSafePattern, type SafePattern } from './safe-pattern/safe-pattern.ts';

/**
 * Asks a user's service about a text: POST of JSON, answered with JSON. @throws when there is no answer, so that the
 * guardrail closes.
 */
export type AskGuardEndpoint = (request: {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}) => Promise<unknown>;

/** What configured guardrails are composed with. */
export type ConfiguredGuardrailParts = {
  readonly ask: AskGuardModel | undefined;
  readonly post: AskGuardEndpoint;
  /** Masks credentials before a text leaves for an endpoint. */
  readonly redact: (path: string, text: string) => string;
};

/** Makes a guardrail of the configuration usable. */
export function createConfiguredGuardrail(
  configured: ConfiguredGuardrail,
  parts: ConfiguredGuardrailParts,
): Guardrail {
  const { name, places, tools, check, message } = configured;
  const decide = deciderOf(configured, parts);
  return {
    name,
    kind: check.kind,
    description: message,
    places,
    check: subject =>
      tools !== undefined && subject.tool !== undefined && !tools.includes(subject.tool.name)
        ? allowed
        : decide(subject),
  };
}

function deciderOf(
  configured: ConfiguredGuardrail,
  parts: ConfiguredGuardrailParts,
): (subject: GuardrailSubject) => GuardrailOutcome | Promise<GuardrailOutcome> {
  const { check, name } = configured;
  const no: GuardrailOutcome = { kind: configured.action, code: name, message: configured.message };
  switch (check.kind) {
    case 'pattern': {
      const patterns = check.patterns.map(source => usable(source, check.ignoreCase));
      return ({ text }) => (patterns.some(pattern => pattern.matches(text)) ? no : allowed);
    }
    case 'agent':
      return async ({ text, context, signal }) => {
        if (parts.ask === undefined) throw new Error('no model is configured');
        const { violates } = await parts.ask({ rule: check.rule, text, context, signal });
        return violates ? no : allowed;
      };
    case 'endpoint':
      return async subject => outcomeOf(await parts.post(requestFor(check.url, subject, parts)), no);
  }
}

/** @throws SyntaxError for a pattern that the configuration's check would have refused. */
function usable(source: string, ignoreCase: boolean): SafePattern {
  const pattern = createSafePattern(source, { ignoreCase });
  if ('problem' in pattern) throw new SyntaxError(`the pattern ${pattern.problem}`);
  return pattern;
}

function requestFor(
  url: string,
  { place, text, tool, context, signal }: GuardrailSubject,
  { redact }: ConfiguredGuardrailParts,
): Parameters<AskGuardEndpoint>[0] {
  const repository =
    context.repository === undefined ? null : `${context.repository.owner}/${context.repository.name}`;
  return {
    url,
    body: {
      place,
      tool: tool?.name ?? null,
      text: redact('text.txt', text),
      runId: context.runId,
      repository,
    },
    signal,
  };
}

/** `{"outcome": "allow" | "reject" | "stop"}`; the words shown are the configuration's, not the service's. */
function outcomeOf(answer: unknown, no: GuardrailOutcome): GuardrailOutcome {
  const said =
    typeof answer === 'object' && answer !== null && 'outcome' in answer ? answer.outcome : undefined;
  if (said === 'allow') return allowed;
  if (said !== 'reject' && said !== 'stop') throw new Error('the endpoint gave no outcome');
  return no.kind === 'allow' ? no : { ...no, kind: said };
}
