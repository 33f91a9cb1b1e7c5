import { modelError } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../src/contracts/agent.ts';
import type { LogFields, Logger } from '../../../src/logger.ts';
import { agentOf, benchOf, toolOf } from './bench-run.ts';
import { call, says, scripted } from './script.ts';

const secret = ['ghs', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');

function failure(fields: object): ReturnType<typeof modelError> {
  return modelError(Object.assign(new Error(`the prompt was ${secret}`), fields));
}

const limited = (seconds: string) =>
  failure({ status: 429, headers: new Headers({ 'retry-after': seconds }) });

describe('a model that fails', () => {
  it('is waited for as long as it asks, but never longer than 20 seconds', async () => {
    const bench = benchOf({ models: { scripted: scripted(limited('2'), limited('3600'), says('Here.')) } });
    expect(await bench.run()).toMatchObject({ outcome: 'completed', usage: [{ requests: 3 }] });
    expect(bench.waits).toEqual([2_000, 20_000]);
  });

  it('is asked three times at most, then the run is incomplete', async () => {
    const model = scripted(limited('1'), limited('1'), limited('1'));
    const bench = benchOf({ models: { scripted: model } });
    expect(await bench.run()).toMatchObject({
      outcome: 'incomplete',
      reason: expect.stringContaining('429'),
    });
    expect(bench.waits).toHaveLength(2);
  });

  it.each([
    ['a spent quota', { status: 429, code: 'insufficient_quota' }],
    ['a bad request', { status: 400 }],
    ['a wrong key', { status: 401 }],
  ])('is not asked again after %s', async (_name, fields) => {
    const model = scripted(failure(fields));
    expect(await benchOf({ models: { scripted: model } }).run()).toMatchObject({ outcome: 'incomplete' });
    expect(model.calls).toHaveLength(1);
  });

  it('is replaced by its fall-back, and both are counted', async () => {
    const models = { first: scripted(failure({ status: 400 })), second: scripted(says('From the second.')) };
    const agents = [agentOf({ fallbackModel: 'second' })];
    const result = await benchOf({ agents, models }).run();
    expect(result).toMatchObject({
      outcome: 'completed',
      output: 'From the second.',
      usage: [{ model: 'second', requests: 2 }],
    });
    expect(result.steps.find(({ kind }) => kind === 'model')).toMatchObject({ outcome: 'retried' });
  });

  it('takes back the words of a stream that broke, and streams the next attempt', async () => {
    const part = (delta: string) => ({ type: 'output_text_delta' as const, delta });
    async function* broken() {
      yield await Promise.resolve(part('Half a '));
      throw new Error('socket hang up');
    }
    const events: AgentEvent[] = [];
    const model = scripted({ type: 'stream', events: broken() }, says('A whole answer.'));
    const result = await benchOf({ models: { scripted: model } }).run(
      {},
      { onEvent: event => events.push(event) },
    );
    expect(result).toMatchObject({ outcome: 'completed', output: 'A whole answer.' });
    const heard = events.flatMap(event => {
      if (event.kind === 'text') return [event.delta];
      return event.kind === 'text-discarded' ? ['(discarded)'] : [];
    });
    expect(heard.join('')).toBe('Half a (discarded)A whole answer.');
  });

  it('leaves no prompt and no state of the SDK in the log, the result or the trace', async () => {
    const lines: LogFields[] = [];
    const log = (_message: string, fields?: LogFields): void => {
      lines.push({ ...fields });
    };
    const logger: Logger = { debug: log, info: log, warn: log, error: log, child: () => logger };
    const bench = benchOf({
      agents: [agentOf({ tools: ['look'] })],
      tools: [toolOf('look')],
      models: { scripted: scripted(failure({ status: 500 }), [call('look', 'a')]) },
      parts: {
        logger,
        redact: text => text.replaceAll(secret, '«masked»'),
        tools: {
          find: () => toolOf('look'),
          // A broken promise inside: the SDK wraps it into an error that holds its whole state.
          invoke: () => Promise.reject(new Error(`state: ${secret}`)),
        },
      },
    });
    const result = await bench.run({ input: `my token is ${secret}` });
    expect(lines.map(({ errorName, reason }) => errorName ?? reason)).toEqual([
      'scripted: Error 500',
      'ToolCallError',
    ]);
    expect(result).toMatchObject({ outcome: 'failed', code: 'agent-broke' });
    expect(JSON.stringify([lines, result, bench.traces])).not.toContain(secret);
  });

  it('that is not configured is named with what to set, and nothing else is done', async () => {
    const bench = benchOf({ models: {} });
    expect(await bench.run()).toMatchObject({ outcome: 'failed', code: 'no-model', usage: [], steps: [] });
    expect(bench.settled).toEqual([]);
  });
});

describe('an answer in a wrong form', () => {
  it('is sent back once with what is wrong', async () => {
    const { z } = await import('zod');
    const output = z.object({ healthy: z.boolean() });
    const model = scripted(says('All good!'), says('```json\n{"healthy": true}\n```'));
    const result = await benchOf({ agents: [agentOf({ output })], models: { scripted: model } }).run();
    expect(result).toMatchObject({ outcome: 'completed', output: { healthy: true } });
    expect(JSON.stringify(model.lastCall?.request.input)).toContain('it is not JSON');
  });

  it('makes the run incomplete the second time, with the words it has', async () => {
    const { z } = await import('zod');
    const output = z.object({ healthy: z.boolean() });
    const model = scripted(says('{"healthy": "yes"}'), says('{"healthy": "no"}'));
    const result = await benchOf({ agents: [agentOf({ output })], models: { scripted: model } }).run();
    expect(result).toMatchObject({ outcome: 'incomplete', output: '{"healthy": "no"}' });
    expect(JSON.stringify(model.lastCall?.request.input)).toContain('expected boolean');
  });
});
