import { describe, expect, it } from 'vitest';
import type { Guardrail, GuardrailOutcome, GuardrailTrace } from '../../src/contracts/guardrail.ts';
import { checkGuardrails } from '../../src/guardrails/check-guardrails.ts';
import { subjectOf } from './guard-parts.ts';

const stop: GuardrailOutcome = { kind: 'stop', code: 'because', message: 'No.' };
const reject: GuardrailOutcome = { kind: 'reject', code: 'otherwise', message: 'Try something else.' };

function guardrail(name: string, check: Guardrail['check'], place: 'input' | 'output' = 'input'): Guardrail {
  return { name, kind: 'function', description: '', places: [place], check };
}

describe('checking guardrails', () => {
  it('asks those of the place in order and ends at the first that says no', async () => {
    const looks: GuardrailTrace[] = [];
    const verdict = await checkGuardrails(
      [
        guardrail('elsewhere', () => stop, 'output'),
        guardrail('lets-pass', () => ({ kind: 'allow' })),
        guardrail('turns-away', async () => reject),
        guardrail('never-asked', () => stop),
      ],
      subjectOf({ place: 'input' }),
      look => looks.push(look),
    );
    expect(verdict).toEqual({ ...reject, guardrail: 'turns-away' });
    expect(looks.map(({ guardrail: name, outcome }) => [name, outcome])).toEqual([
      ['lets-pass', 'allow'],
      ['turns-away', 'reject'],
    ]);
  });

  it.each<[string, Guardrail['check']]>([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['answers nonsense', () => ({ kind: 'perhaps' }) as never],
    ['answers nothing', () => undefined as never],
  ])('closes when one %s, and tells nothing of the error', async (_, check) => {
    const looks: GuardrailTrace[] = [];
    const verdict = await checkGuardrails([guardrail('shaky', check)], subjectOf({ place: 'input' }), look =>
      looks.push(look),
    );
    expect(verdict).toMatchObject({ kind: 'stop', guardrail: 'shaky', code: 'guardrail-failed' });
    expect(JSON.stringify(verdict)).not.toContain('broken');
    expect(looks).toMatchObject([{ outcome: 'failed' }]);
  });

  it('closes when the run is cancelled while one thinks', async () => {
    const controller = new AbortController();
    const thinking = guardrail('slow', () => new Promise<never>(() => undefined));
    const verdict = checkGuardrails([thinking], subjectOf({ place: 'input', signal: controller.signal }));
    controller.abort();
    expect(await verdict).toMatchObject({ kind: 'stop', code: 'guardrail-failed' });
  });
});
