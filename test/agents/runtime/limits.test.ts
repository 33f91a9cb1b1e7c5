import { Usage } from '@openai/agents';
import { assistantMessage, functionCall } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';
import { agentOf, benchOf, toolOf } from './bench-run.ts';
import { call, says, scripted, sentIn } from './script.ts';

const price = { inputUsdPerMillion: 10, outputUsdPerMillion: 100 };

/** An answer that says it used so many tokens. */
function costing(inputTokens: number, outputTokens: number, ...output: ReturnType<typeof functionCall>[]) {
  return {
    output: output.length === 0 ? [assistantMessage('Done.')] : output,
    usage: new Usage({ inputTokens, outputTokens, totalTokens: inputTokens + outputTokens }),
  };
}

describe('the limits of a run', () => {
  const tools = [toolOf('look')];
  const limits = { turns: 10, toolCalls: 20, tokens: 100_000, costUsd: 1, seconds: 60 };

  it('takes the tools away in the last turn, and is incomplete with that answer', async () => {
    const model = scripted([call('look', 'a')], [call('look', 'b')], says('As far as I can tell: fine.'));
    const result = await benchOf({
      agents: [agentOf({ tools: ['look'], limits: { ...limits, turns: 3 } })],
      tools,
      models: { scripted: model },
    }).run();
    expect(result).toMatchObject({
      outcome: 'incomplete',
      output: 'As far as I can tell: fine.',
      reason: 'the limit of 3 turns was reached',
    });
    expect(model.calls.map(({ request }) => request.tools.length)).toEqual([1, 1, 0]);
    expect(sentIn(model)).toContain('last turn');
  });

  it('does not call an answer in the only turn incomplete when there were no tools', async () => {
    const result = await benchOf({
      agents: [agentOf({ limits: { ...limits, turns: 1 } })],
      models: { scripted: scripted(says('Yes.')) },
    }).run();
    expect(result.outcome).toBe('completed');
  });

  it('ends before a call that the tokens do not allow', async () => {
    const model = scripted(costing(90_000, 12_000, call('look', 'a')));
    const result = await benchOf({
      agents: [agentOf({ tools: ['look'] })],
      tools,
      models: { scripted: model },
    }).run();
    expect(result).toMatchObject({ outcome: 'incomplete', reason: 'the limit of 100000 tokens was reached' });
    expect(model.calls).toHaveLength(1);
  });

  it('ends before a call that the money does not pay for, and settles what was spent', async () => {
    const model = scripted(costing(10_000, 5_000, call('look', 'a')));
    const bench = benchOf({
      agents: [agentOf({ tools: ['look'] })],
      tools,
      models: { scripted: model },
      choice: { price },
    });
    const result = await bench.run();
    expect(result).toMatchObject({ outcome: 'incomplete', reason: expect.stringContaining('may be spent') });
    expect(result.usage).toMatchObject([{ costUsd: 0.6 }]);
    expect(bench.settled).toEqual([0.6]);
  });

  it('does not begin when a budget is spent, and names it', async () => {
    const model = scripted();
    const reason = 'the budget of this repository for the day is spent';
    const result = await benchOf({
      models: { scripted: model },
      parts: { budget: { reserve: async () => ({ kind: 'deny', reason }), settle: async () => undefined } },
    }).run();
    expect(result).toMatchObject({ outcome: 'incomplete', output: undefined, reason });
    expect(model.calls).toHaveLength(0);
  });

  it('calls no further tool beyond the limit of calls', async () => {
    const calls: unknown[] = [];
    const model = scripted([call('look', 'a'), call('look', 'b'), call('look', 'c')], says('Enough.'));
    const result = await benchOf({
      agents: [agentOf({ tools: ['look'], limits: { ...limits, toolCalls: 2 } })],
      tools: [toolOf('look', { calls })],
      models: { scripted: model },
    }).run();
    expect(calls).toHaveLength(2);
    expect(result).toMatchObject({ outcome: 'incomplete', output: 'Enough.' });
  });

  it('is incomplete when an answer was as long as answers may be: its end is missing', async () => {
    const model = scripted(costing(100, 50));
    const agents = [agentOf({ settings: { maxOutputTokens: 50 } })];
    const result = await benchOf({ agents, models: { scripted: model } }).run();
    expect(result).toMatchObject({
      outcome: 'incomplete',
      output: 'Done.',
      reason: 'an answer was cut off at 50 tokens',
    });
  });

  it('is over when its time is up, in the middle of a slow answer too', async () => {
    const model = scripted({
      type: 'responder',
      respond: ({ request }) =>
        new Promise((_resolve, reject) => {
          request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    });
    const result = await benchOf({ models: { scripted: model } }).run({ limits: { seconds: 0.05 } });
    expect(result).toMatchObject({ outcome: 'incomplete', reason: 'the limit of 0.05 seconds was reached' });
  });

  it('is cancelled from outside', async () => {
    const abort = new AbortController();
    const model = scripted({
      type: 'responder',
      respond: ({ request }) =>
        new Promise((_resolve, reject) => {
          request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          abort.abort();
        }),
    });
    const result = await benchOf({ models: { scripted: model } }).run({}, { signal: abort.signal });
    expect(result.outcome).toBe('cancelled');
  });

  it('is lowered by a request and never raised', async () => {
    const model = scripted([call('look', 'a'), call('look', 'b')], says('Fine.'));
    const agents = [agentOf({ tools: ['look'], limits: { ...limits, turns: 2 } })];
    const result = await benchOf({ agents, tools, models: { scripted: model } }).run({
      limits: { turns: 50, toolCalls: 1 },
    });
    expect(result.gaps).toEqual([
      'the limit of 1 calls of tools was reached',
      'the limit of 2 turns was reached',
    ]);
  });

  it('leaves old results of tools out when the conversation does not fit the model', async () => {
    const turns = ['a', 'b', 'c', 'd', 'e', 'f'].map(about => [call('look', about)]);
    const model = scripted(...turns, says('Read it all.'));
    const result = await benchOf({
      agents: [agentOf({ tools: ['look'] })],
      tools: [toolOf('look', { answer: ({ about }) => `${String(about)} `.repeat(1500) })],
      models: { scripted: model },
      choice: { maxInputTokens: 5_000 },
    }).run();
    expect(result).toMatchObject({ outcome: 'incomplete', output: 'Read it all.' });
    expect(result.gaps).toEqual([expect.stringContaining('left out')]);
    expect(sentIn(model)).toContain('What is up?');
    expect(sentIn(model)).toContain('call-f');
    expect(Math.ceil(JSON.stringify(model.lastCall?.request.input).length / 3)).toBeLessThan(5_000);
  });
});
