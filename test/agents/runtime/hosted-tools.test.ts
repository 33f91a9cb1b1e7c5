import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunnerParts } from '../../../src/agents/runtime/create-run-agent.ts';
import { createMemoryJournal } from '../../../src/agents/runtime/memory-journal.ts';
import { connectModel, type ModelConnection } from '../../../src/clients/connect-model.ts';
import { hostedTools } from '../../../src/tools/hosted/index.ts';
import { type FakeModel, startFakeModel } from '../../fakes/model/index.ts';
import { agentOf, type Bench, benchOf, toolOf } from './bench-run.ts';

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterEach(() => {
  fake.requests.length = 0;
  fake.faults.length = 0;
});
afterAll(() => fake.close());

const on = { webSearch: true, vectorStores: ['vs_handbook'] };
const off = { webSearch: false, vectorStores: [] };

function modelOf(kind: ModelConnection['kind']): ReturnType<RunnerParts['models']> {
  return {
    kind: 'model',
    model: {
      name: `${kind}/model`,
      price: undefined,
      maxInputTokens: 50_000,
      providerData: kind === 'openai' ? { include: ['reasoning.encrypted_content'] } : {},
      hostsTools: kind === 'openai',
      connect: () =>
        connectModel({
          kind,
          model: kind === 'google' ? 'gemini-3-pro' : 'model',
          apiKey: fake.apiKey,
          baseUrl: kind === 'google' ? fake.googleBaseUrl : fake.baseUrl,
        }),
    },
  };
}

function benchFor(
  kind: ModelConnection['kind'],
  hosted: RunnerParts['hosted'],
  agent: Parameters<typeof agentOf>[0] = {},
): Bench {
  return benchOf({
    agents: [agentOf({ tools: ['web_search', 'file_search', 'look'], ...agent })],
    tools: [...hostedTools, toolOf('look')],
    models: {},
    parts: { hosted, models: name => modelOf(name === 'other' ? 'openai-compatible' : kind) },
  });
}

/** Searches, looks, then answers. */
function script(): void {
  const replies = [
    {
      searches: [
        { tool: 'web_search', query: 'node 24 end of life' },
        { tool: 'file_search', query: 'our upgrades' },
      ],
      calls: [{ name: 'look', arguments: { about: 'disk' } }],
    },
    'Upgrade in April.',
  ] as const;
  let turn = 0;
  fake.answer = () => {
    turn += 1;
    return replies[turn - 1] ?? 'too many requests';
  };
}

type Body = {
  readonly tools?: readonly object[];
  readonly input?: unknown;
  readonly include?: unknown;
  readonly max_tool_calls?: number;
};

function bodies(): readonly Body[] {
  return fake.requests.map(({ text }) => JSON.parse(text) as Body);
}

describe.each([{ streamed: false }, { streamed: true }])(
  'hosted tools at OpenAI, streamed: $streamed',
  ({ streamed }) => {
    const options = streamed ? { onEvent: () => undefined } : {};

    it('are handed to the provider, and what it searched is part of the trace and the conversation', async () => {
      script();
      const bench = benchFor('openai', on);
      const result = await bench.run({}, options);
      expect(result).toMatchObject({ outcome: 'completed', output: 'Upgrade in April.', gaps: [] });
      const [first, second] = bodies();
      expect(first?.tools).toContainEqual(expect.objectContaining({ type: 'web_search' }));
      expect(first?.tools).toContainEqual(
        expect.objectContaining({ type: 'file_search', vector_store_ids: ['vs_handbook'] }),
      );
      expect(first?.include).toEqual(['reasoning.encrypted_content']);
      expect([first?.max_tool_calls, second?.max_tool_calls]).toEqual([20, 17]);
      expect(JSON.stringify(second?.input)).toContain('web_search_call');
      const searches = bench.traces[0]?.steps.filter(({ name }) => name.endsWith('_search'));
      expect(searches).toMatchObject([
        { kind: 'tool', name: 'web_search', outcome: 'ok', agent: 'helper', replayed: false },
        { kind: 'tool', name: 'file_search', outcome: 'ok' },
      ]);
      expect(searches?.map(({ detail }) => detail)).toEqual([
        expect.stringContaining('node 24 end of life'),
        expect.stringContaining('our upgrades'),
      ]);
    });
  },
);

describe('hosted tools', () => {
  it('are off until the configuration turns them on, which the result says', async () => {
    fake.answer = () => 'I think in April.';
    const result = await benchFor('openai', off).run();
    expect(fake.requests[0]?.tools).toEqual(['look']);
    expect(bodies()[0]).not.toHaveProperty('max_tool_calls');
    expect(result).toMatchObject({
      outcome: 'incomplete',
      output: 'I think in April.',
      gaps: [
        expect.stringContaining('tools.hosted.web-search'),
        expect.stringContaining('tools.hosted.file-search'),
      ],
    });
  });

  it.each(['openai-compatible', 'anthropic', 'google'] as const)(
    'are left out at %s, which the result says',
    async kind => {
      fake.answer = () => 'I think in April.';
      const result = await benchFor(kind, on).run();
      expect(fake.requests).toHaveLength(1);
      expect(fake.requests[0]?.tools).toEqual(['look']);
      expect(fake.requests[0]?.text).not.toContain('_search');
      expect(result).toMatchObject({
        outcome: 'incomplete',
        output: 'I think in April.',
        reason: expect.stringContaining(`web_search was left out: ${kind}/model does not have it`),
      });
    },
  );

  it('leave no trace in what a fall-back of another provider is sent', async () => {
    script();
    const { answer } = fake;
    fake.answer = request => {
      if (fake.requests.length === 1) fake.faults.push('not-found');
      return answer(request);
    };
    const result = await benchFor('openai', on, { fallbackModel: 'other' }).run();
    expect(fake.requests.map(({ wire }) => wire)).toEqual(['responses', 'responses', 'chat']);
    expect(fake.requests[2]?.tools).toEqual(['look']);
    expect(fake.requests[2]?.text).not.toContain('_search');
    expect(result).toMatchObject({
      outcome: 'incomplete',
      output: 'Upgrade in April.',
      reason: expect.stringContaining('openai-compatible/model does not have it'),
    });
  });

  it('count as calls of tools, and are taken away when no call is left', async () => {
    script();
    await benchFor('openai', on).run({ limits: { toolCalls: 3 } });
    expect(bodies().map(({ max_tool_calls }) => max_tool_calls)).toEqual([3, undefined]);
    expect(fake.requests.map(({ tools }) => tools)).toEqual([
      ['look', 'web_search', 'file_search'],
      ['look'],
    ]);
  });

  it('are not searched again by a run that is resumed, and say the same', async () => {
    script();
    const journal = createMemoryJournal('run-1');
    const bench = benchFor('openai', on);
    await bench.run({}, { journal });
    const again = await bench.run({}, { journal });
    expect(fake.requests).toHaveLength(2);
    expect(again).toMatchObject({ outcome: 'completed', output: 'Upgrade in April.' });
    expect(again.steps.find(({ name }) => name === 'web_search')).toMatchObject({ replayed: true });
  });
});
