import type { GuardrailOutcome } from '../contracts/guardrail.ts';
import { allowed, type GuardrailDefinition } from './guardrail-definition.ts';

/**
 * Keeps secrets in: the process's own values, whole, in pieces, reversed, in hexadecimal or base64; and what the
 * secrets rules recognise. A tool's result is only looked at for the process's own: what the rules recognise there is
 * masked before the model sees it, because a repository that leaked a key must still be readable.
 */
export const secretLeak: GuardrailDefinition = {
  name: 'secret-leak',
  kind: 'function',
  description:
    "Stops a run that carries one of the server's own secrets in any form, and turns away tool calls and answers with recognisable credentials.",
  places: ['input', 'output', 'tool-input', 'tool-output'],
  always: true,
  create:
    ({ findSecrets, redact }) =>
    ({ place, text, parameters }): GuardrailOutcome => {
      const plain = [text, ...(parameters === undefined ? [] : [joined(parameters)])];
      const names = [...new Set(plain.flatMap(findSecrets))];
      if (names.length > 0) {
        const message = `The text carries a secret of the server (${names.join(', ')}), so the run was stopped. Rotate it: something upstream could read it.`;
        return { kind: 'stop', code: 'secret-leak', message };
      }
      if (place === 'tool-output' || place === 'input') return allowed;
      if (plain.every(part => redact('text.txt', part) === part)) return allowed;
      const message =
        'The text carries something that looks like a credential. Leave it out and name it only.';
      return { kind: 'reject', code: 'credential-in-text', message };
    },
};

/** Every string of the parameters one after the other: a secret split over two of them is whole again. */
function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(joined).join('');
}
