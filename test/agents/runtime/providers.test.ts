import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectModel } from '../../../src/clients/connect-model.ts';
import { type FakeModel, startFakeModel } from '../../fakes/model/index.ts';
import { agentOf, benchOf, toolOf } from './bench-run.ts';

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterEach(() => {
  fake.faults.length = 0;
  fake.requests.length = 0;
  fake.retryAfter = '0';
});
afterAll(() => fake.close());

/** A name that its adapter knows, because what it sends depends on the model. */
const models = {
  openai: 'gpt-5.6',
  'openai-compatible': 'llama-3.3-70b',
  anthropic: 'claude-sonnet-4-5',
  google: 'gemini-3-pro',
} as const;
const kinds = ['openai', 'openai-compatible', 'anthropic', 'google'] as const;
type Kind = (typeof kinds)[number];
const matrix = kinds.flatMap(kind => [
  { kind, streamed: false },
  { kind, streamed: true },
]);

const output = z.object({ healthy: z.boolean(), notes: z.array(z.string()) });

function benchFor(kind: Kind, structured: boolean, calls: unknown[] = []): ReturnType<typeof benchOf> {
  const connect = () =>
    connectModel({
      kind,
      model: models[kind],
      apiKey: fake.apiKey,
      baseUrl: kind === 'google' ? fake.googleBaseUrl : fake.baseUrl,
    });
  return benchOf({
    agents: [agentOf({ tools: ['look', 'listen'], output: structured ? output : undefined })],
    tools: [
      toolOf('look', { calls, answer: ({ about }) => `saw ${String(about)}` }),
      toolOf('listen', { calls, answer: () => 'heard' }),
    ],
    models: { [`${kind}/model`]: connect },
  });
}

/** Three turns of tools, two calls in the first, then the answer. */
function script(answer: string): void {
  const turns = [
    {
      calls: [
        { name: 'look', arguments: { about: 'disk' } },
        { name: 'listen', arguments: {} },
      ],
    },
    { text: 'Let me look again.', calls: [{ name: 'look', arguments: { about: 'memory' } }] },
    { calls: [{ name: 'look', arguments: { about: 'load' } }] },
    answer,
  ];
  let turn = 0;
  fake.answer = () => {
    turn += 1;
    return turns[turn - 1] ?? 'too many requests';
  };
}

describe.each(matrix)('$kind, streamed: $streamed', ({ kind, streamed }) => {
  const options = streamed ? { onEvent: () => undefined } : {};

  it('uses tools over three turns and answers in words', async () => {
    script('All is well.');
    const calls: unknown[] = [];
    const result = await benchFor(kind, false, calls).run({}, options);
    expect(result).toMatchObject({ outcome: 'completed', output: 'All is well.' });
    expect(calls).toEqual([{ about: 'disk' }, {}, { about: 'memory' }, { about: 'load' }]);
    expect(fake.requests.map(({ stream }) => stream)).toEqual([streamed, streamed, streamed, streamed]);
    expect(fake.requests[0]).toMatchObject({ instructions: 'Help.', tools: ['look', 'listen'] });
    expect(fake.requests[3]?.toolResults.map(text => /saw \w+|heard/.exec(text)?.[0])).toEqual([
      'saw disk',
      'heard',
      'saw memory',
      'saw load',
    ]);
    expect(result.usage).toEqual([
      { model: `${kind}/model`, requests: 4, inputTokens: 4000, outputTokens: 800, costUsd: null },
    ]);
  });

  it('answers in the agreed form', async () => {
    script(JSON.stringify({ healthy: false, notes: ['disk'] }));
    const result = await benchFor(kind, true).run({}, options);
    expect(result).toMatchObject({ outcome: 'completed', output: { healthy: false, notes: ['disk'] } });
    expect(fake.requests.map(request => request.structured)).toEqual([true, true, true, true]);
  });

  it.each([
    ['a rate limit', 'rate-limit'],
    ['a server error', 'error'],
    ['an answer cut off', 'cut'],
  ] as const)('asks again after %s', async (_name, fault) => {
    script('All is well.');
    fake.faults.push(fault);
    const result = await benchFor(kind, false).run({}, options);
    expect(result).toMatchObject({ outcome: 'completed', output: 'All is well.' });
    expect(result.steps.find(step => step.kind === 'model')).toMatchObject({
      outcome: 'retried',
      usage: { requests: 2 },
    });
  });

  it('sends no key but the one it was given, and asks for nothing to be stored', async () => {
    script('All is well.');
    await benchFor(kind, false).run({}, options);
    for (const { text, authorization } of fake.requests) {
      expect(authorization).toContain(fake.apiKey);
      expect(text).not.toContain(fake.apiKey);
    }
    // The other APIs have no such setting, or do not store.
    const stored = fake.requests.map(({ wire, text }) =>
      wire === 'responses' ? (JSON.parse(text) as { readonly store?: boolean }).store : false,
    );
    expect(stored).toEqual([false, false, false, false]);
  });
});

it.each(['openai', 'openai-compatible'] as const)(
  'does not ask %s again when the quota is spent, although it looks like a rate limit',
  async kind => {
    fake.faults.push('quota');
    const result = await benchFor(kind, false).run();
    expect(result).toMatchObject({ outcome: 'incomplete', reason: expect.stringContaining('quota') });
    expect(fake.requests).toHaveLength(1);
  },
);
