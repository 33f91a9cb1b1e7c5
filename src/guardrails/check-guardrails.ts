import type {
  Guardrail,
  GuardrailOutcome,
  GuardrailSubject,
  GuardrailTrace,
  GuardrailVerdict,
} from '../contracts/guardrail.ts';

/** Longest a guardrail may take, milliseconds. */
const timeoutMs = 20_000;

/**
 * Asks the guardrails of the subject's place, in order, until one says no. One that throws, answers nonsense or takes
 * longer than 20 seconds closes: the run is stopped, because what cannot be checked is not let through.
 *
 * @param trace is told of every look, also of those that let pass.
 */
export async function checkGuardrails(
  guardrails: readonly Guardrail[],
  subject: GuardrailSubject,
  trace: (look: GuardrailTrace) => void = () => undefined,
): Promise<GuardrailVerdict> {
  for (const guardrail of guardrails) {
    if (!guardrail.places.includes(subject.place)) continue;
    const outcome = await outcomeOf(guardrail, subject);
    const { name } = guardrail;
    trace({
      guardrail: name,
      place: subject.place,
      outcome: outcome === undefined ? 'failed' : outcome.kind,
      code: outcome === undefined || outcome.kind === 'allow' ? undefined : outcome.code,
    });
    if (outcome === undefined) {
      const message = `The guardrail ${name} could not decide, so nothing was let through. Try again; if it stays, look at its definition and at the server's log.`;
      return { kind: 'stop', guardrail: name, code: 'guardrail-failed', message };
    }
    if (outcome.kind !== 'allow') return { ...outcome, guardrail: name };
  }
  return { kind: 'allow' };
}

/** Undefined when the guardrail failed. */
async function outcomeOf(
  guardrail: Guardrail,
  subject: GuardrailSubject,
): Promise<GuardrailOutcome | undefined> {
  const signal = AbortSignal.any([subject.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const decided = Promise.resolve(guardrail.check({ ...subject, signal }));
    const outcome = await Promise.race([decided, aborted(signal)]);
    return ['allow', 'reject', 'stop'].includes(outcome.kind) ? outcome : undefined;
  } catch {
    return undefined;
  }
}

async function aborted(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  return await new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}
