import type {
  Guardrail,
  GuardrailSubject,
  GuardrailTrace,
  GuardrailVerdict,
} from '../../contracts/guardrail.ts';
import { checkGuardrails } from '../../guardrails/check-guardrails.ts';
import type { RunSession } from './run-session.ts';

/** Asks an agent's guardrails about something and keeps what they said as steps of the run. */
export type Watch = (
  subject: Omit<GuardrailSubject, 'context' | 'signal' | 'budget'>,
  /** The step it belongs to. Default: that of the conversation. */
  within?: number,
) => Promise<GuardrailVerdict>;

export function createWatch(options: {
  readonly session: RunSession;
  readonly guardrails: readonly Guardrail[];
  readonly agent: string;
  readonly parent: number | undefined;
}): Watch {
  const { session, guardrails, agent, parent } = options;
  return async (subject, within = parent) => {
    const { context } = session.request;
    const endStep = session.startStep({ agent, kind: 'guardrail', name: subject.place, parent: within });
    const looks: GuardrailTrace[] = [];
    const verdict = await checkGuardrails(
      guardrails,
      { ...subject, context, signal: session.signal, budget: session.budget },
      look => looks.push(look),
    );
    // A step for every look would drown the rest: those that let pass are only named.
    endStep({ outcome: verdict.kind, detail: looks.map(describe).join(', ') });
    return verdict;
  };
}

function describe({ guardrail, outcome, code }: GuardrailTrace): string {
  return code === undefined ? `${guardrail}: ${outcome}` : `${guardrail}: ${outcome} (${code})`;
}
