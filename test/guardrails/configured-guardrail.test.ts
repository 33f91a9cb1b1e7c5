import { describe, expect, it } from 'vitest';
import type { ConfiguredGuardrail } from '../../src/contracts/guardrail.ts';
import { checkGuardrails } from '../../src/guardrails/check-guardrails.ts';
import {
  type ConfiguredGuardrailParts,
  createConfiguredGuardrail,
} from '../../src/guardrails/configured-guardrail.ts';
import { callOf, guardParts, subjectOf } from './guard-parts.ts';

const base: Omit<ConfiguredGuardrail, 'check'> = {
  name: 'no-production',
  places: ['tool-input', 'output'],
  tools: undefined,
  always: true,
  action: 'reject',
  message: 'Production is not for agents.',
};

async function verdict(
  check: ConfiguredGuardrail['check'],
  text: string,
  parts: Partial<ConfiguredGuardrailParts> = {},
) {
  const guardrail = createConfiguredGuardrail({ ...base, check }, { ...guardParts, ...parts });
  return await checkGuardrails([guardrail], subjectOf({ place: 'output', text }));
}

describe('a pattern guardrail of the configuration', () => {
  const check = { kind: 'pattern', patterns: ['prod(uction)?-[a-z]+'], ignoreCase: true } as const;

  it('says no in the configuration’s words where the pattern is found', async () => {
    expect(await verdict(check, 'restart PROD-db')).toEqual({
      kind: 'reject',
      guardrail: 'no-production',
      code: 'no-production',
      message: 'Production is not for agents.',
    });
    expect(await verdict(check, 'restart staging-db')).toEqual({ kind: 'allow' });
  });

  it('looks only at the tools it names', async () => {
    const guardrail = createConfiguredGuardrail({ ...base, tools: ['ecs_restart'], check }, guardParts);
    const on = (name: string) => checkGuardrails([guardrail], callOf(name, { service: 'prod-db' }));
    expect((await on('ecs_restart')).kind).toBe('reject');
    expect((await on('ecs_describe')).kind).toBe('allow');
  });
});

describe('an agent guardrail of the configuration', () => {
  const check = { kind: 'agent', rule: 'It breaks the rule when it promises a date.' } as const;

  it('goes by the model’s judgement and closes without one', async () => {
    const asked: string[] = [];
    const ask = async ({ rule }: { readonly rule: string }) => {
      asked.push(rule);
      return { violates: true, reason: 'ignored' };
    };
    expect((await verdict(check, 'Done by Friday.', { ask })).kind).toBe('reject');
    expect(asked).toEqual([check.rule]);
    expect(await verdict(check, 'Done.')).toMatchObject({ kind: 'stop', code: 'guardrail-failed' });
  });
});

describe('an endpoint guardrail of the configuration', () => {
  const check = { kind: 'endpoint', url: 'https://dlp.example.com/check' } as const;
  const key = `${['AK', 'IA'].join('')}Q3EGWZ7RTKXN5VLB`;

  it('sends the text with credentials masked and goes by the answer, in the configuration’s words', async () => {
    const bodies: unknown[] = [];
    const post: ConfiguredGuardrailParts['post'] = async ({ body }) => {
      bodies.push(body);
      return { outcome: 'stop', message: '<b>words of the service</b>' };
    };
    const answer = await verdict(check, `key ${key}`, { post });
    expect(answer).toMatchObject({ kind: 'stop', message: base.message });
    expect(bodies).toMatchObject([{ place: 'output', tool: null, repository: 'octo/shop' }]);
    expect(JSON.stringify(bodies)).not.toContain(key);
  });

  it.each([[undefined], [{}], [{ outcome: 'maybe' }], ['allow'], [null]])(
    'closes on the answer %j',
    async answer => {
      expect(await verdict(check, 'x', { post: async () => answer })).toMatchObject({
        code: 'guardrail-failed',
      });
    },
  );

  it('closes when the service is away', async () => {
    expect(await verdict(check, 'x')).toMatchObject({ kind: 'stop', code: 'guardrail-failed' });
  });
});
