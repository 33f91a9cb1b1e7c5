import { describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/contracts/engine.ts';
import type { Tool, ToolAnswer, ToolGuard, ToolPlan } from '../../src/contracts/tool.ts';
import { exampleToken } from '../../src/detectors/secrets/example-token.ts';
import { AppError } from '../../src/errors.ts';
import { exampleTool } from './example-tool.ts';
import { approving, call, testPorts } from './tool-ports.ts';

/** A tool that counts what it does, and the count. */
function countingTool(overrides: Partial<Tool>): { readonly tool: Tool; readonly calls: () => number } {
  let count = 0;
  const tool = exampleTool({
    handle(input): Promise<ToolAnswer> {
      count += 1;
      return Promise.resolve({ kind: 'ok', value: input });
    },
    ...overrides,
  });
  return { tool, calls: () => count };
}

describe('a call of a tool', () => {
  it('parses the parameters, whatever form they come in, and takes null for not given', async () => {
    for (const input of [{ count: 2 }, '{"count":2}', '{"count":2,"name":null}'])
      expect(await call(exampleTool(), input)).toEqual({ kind: 'ok', value: { count: 2 } });
    for (const input of ['', null, undefined, '{}'])
      expect(await call(exampleTool(), input)).toEqual({ kind: 'ok', value: { count: 1 } });
  });

  it.each([
    ['{"count":', 'the parameters are not valid JSON'],
    ['[1]', 'the parameters must be a JSON object, not [1]'],
    ['"x"', 'the parameters must be a JSON object, not "x"'],
    ['{"count":10}', '"count" must be at most 9, not 10'],
    ['{"count":"2"}', '"count" must be of type number, not "2"'],
    ['{"count":1.5}', '"count" must be a whole number, not 1.5'],
    ['{"cuont":1}', 'unknown parameter "cuont". Did you mean "count"?'],
    ['{"name":["a"]}', '"name" must be of type string, not ["a"]'],
    ['{"__proto__":{"x":1}}', 'unknown parameter "__proto__"'],
  ])('says what is wrong with %s', async (input, sentence) => {
    const result = await call(exampleTool(), input);
    expect(result).toMatchObject({ kind: 'refused', code: 'invalid-input' });
    expect(result).toHaveProperty('message', expect.stringContaining(sentence));
  });

  it('is refused before anything happens to who may not make it', async () => {
    const { tool, calls } = countingTool({ risk: 'write' });
    const ports = testPorts();
    const access = { caller: 'reader', tools: ['test_tool'], maxRisk: 'read' as const };
    expect(await call(tool, 'not even JSON', { ports, access })).toMatchObject({ code: 'role-forbids' });
    expect(await call(tool, {}, { ports, access: { ...access, tools: [] } })).toMatchObject({
      code: 'tool-not-allowed',
    });
    expect(calls()).toBe(0);
    expect(ports.audited.map(({ action, details }) => [action, details['code']])).toEqual([
      ['tool.refused', 'role-forbids'],
      ['tool.refused', 'tool-not-allowed'],
    ]);
  });

  it('changes nothing in a dry run', async () => {
    for (const risk of ['write', 'destructive'] as const) {
      const { tool, calls } = countingTool({ risk });
      expect(await call(tool, {}, { dryRun: true })).toMatchObject({
        kind: 'would',
        plan: { checkedBy: 'pre-check' },
      });
      expect(calls()).toBe(0);
    }
  });

  it('ends at its time limit, also when the handler does not care', async () => {
    const handle = (): Promise<never> => new Promise(() => undefined);
    expect(await call(exampleTool({ handle, timeoutMs: 5 }), {})).toMatchObject({
      kind: 'failed',
      code: 'timed-out',
      inDoubt: false,
    });
    expect(await call(exampleTool({ handle, timeoutMs: 5, risk: 'write' }), {})).toMatchObject({
      message: expect.stringContaining('It may have happened') as string,
      inDoubt: true,
    });
  });

  it('throws when the run is cancelled, so that nothing is journalled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(call(exampleTool(), {}, { signal })).rejects.toThrow('cancelled');
  });

  it('turns what a handler throws into a sentence without the error’s own text', async () => {
    const secret = new Error('token in here');
    expect(await call(exampleTool({ handle: () => Promise.reject(secret) }), {})).toEqual({
      kind: 'failed',
      code: 'tool-failed',
      message: 'test_tool: unexpected Error.',
      retryable: false,
      inDoubt: false,
    });
    const known = new AppError({ code: 'down', publicMessage: 'It is down.', retryable: true });
    expect(await call(exampleTool({ handle: () => Promise.reject(known) }), {})).toMatchObject({
      code: 'down',
      message: 'It is down.',
      retryable: true,
    });
  });

  it('masks secrets and cuts at whole elements', async () => {
    const token = `hf_${exampleToken('letters', 34)}`;
    const handle = (): Promise<ToolAnswer> =>
      Promise.resolve({
        kind: 'ok',
        value: { log: `token ${token}`, list: Array.from({ length: 900 }, (_, n) => n) },
      });
    const result = await call(exampleTool({ handle }), {});
    expect(JSON.stringify(result)).not.toContain(token);
    expect(result).toMatchObject({
      kind: 'ok',
      cut: expect.stringMatching(/^list: \d+ of 900 elements$/) as string,
    });
  });
});

describe('a guardrail', () => {
  const guard = (decision: 'reject' | 'stop', place: 'checkInput' | 'checkOutput'): ToolGuard => ({
    name: 'test-guard',
    [place]: () => Promise.resolve({ kind: decision, code: 'no', message: 'No.' }),
  });

  it.each([
    ['reject', 'checkInput', 'refused', 0],
    ['stop', 'checkInput', 'stopped', 0],
    ['reject', 'checkOutput', 'refused', 1],
    ['stop', 'checkOutput', 'stopped', 1],
  ] as const)('that says %s in %s makes it %s', async (decision, place, kind, done) => {
    const { tool, calls } = countingTool({});
    expect(await call(tool, {}, { ports: testPorts({ guards: [guard(decision, place)] }) })).toEqual({
      kind,
      code: 'no',
      message: 'No.',
    });
    expect(calls()).toBe(done);
  });

  it('that throws closes', async () => {
    const failing: ToolGuard = { name: 'broken', checkInput: () => Promise.reject(new Error('x')) };
    const { tool, calls } = countingTool({});
    expect(await call(tool, {}, { ports: testPorts({ guards: [failing] }) })).toMatchObject({
      code: 'guard-failed',
    });
    expect(calls()).toBe(0);
  });
});

describe('a destructive tool', () => {
  it('waits for an approval of exactly this plan', async () => {
    const { tool, calls } = countingTool({ risk: 'destructive' });
    const first = await call(tool, { count: 1 });
    const again = await call(tool, { count: 1 });
    const other = await call(tool, { count: 2 });
    expect(first).toMatchObject({
      kind: 'needs-approval',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(again).toEqual(first);
    expect(other).not.toHaveProperty('digest', 'digest' in first ? first.digest : '');
    expect(calls()).toBe(0);
  });

  it('acts once it is approved, and says who approved', async () => {
    const { tool, calls } = countingTool({ risk: 'destructive' });
    const ports = testPorts(approving);
    expect(await call(tool, {}, { ports })).toMatchObject({ kind: 'ok' });
    expect(calls()).toBe(1);
    expect(ports.audited.map(({ action, details }) => [action, details['by'] ?? null])).toEqual([
      ['tool.approved', 'mona'],
      ['tool.ok', null],
    ]);
  });

  it('does nothing when what was approved has changed meanwhile', async () => {
    const states = ['as approved', 'changed'];
    const plan = (): Promise<ToolPlan> =>
      Promise.resolve({ kind: 'plan', summary: 'delete it', checkedBy: 'pre-check', before: states.shift() });
    const { tool, calls } = countingTool({ risk: 'destructive', plan });
    expect(await call(tool, {}, { ports: testPorts(approving) })).toMatchObject({
      code: 'changed-since-approval',
    });
    expect(calls()).toBe(0);
  });
});

describe('a journalled call', () => {
  /** The engine's journal in memory; `crashAfter` cuts the effect between doing and recording. */
  function memoryJournal(): Pick<RunContext, 'step' | 'effect'> & { crashAfter: boolean } {
    const done = new Map<string, string>();
    const started = new Set<string>();
    const journal: ReturnType<typeof memoryJournal> = {
      crashAfter: false,
      async step(name, perform) {
        const known = done.get(name);
        if (known !== undefined) return JSON.parse(known);
        const result = await perform();
        done.set(name, JSON.stringify(result));
        return result;
      },
      async effect(name, { perform, reconcile }) {
        const known = done.get(name);
        if (known !== undefined) return JSON.parse(known);
        const found = started.has(name) ? await reconcile(`run-1:${name}`) : undefined;
        started.add(name);
        const result = found ?? (await perform(`run-1:${name}`));
        if (journal.crashAfter) throw new Error('killed');
        done.set(name, JSON.stringify(result));
        return result;
      },
    };
    return journal;
  }

  it('is not made twice', async () => {
    for (const risk of ['read', 'write', 'destructive'] as const) {
      const { tool, calls } = countingTool({ risk });
      const ports = testPorts({ ...approving, journal: memoryJournal() });
      const first = await call(tool, { count: 3 }, { ports });
      expect(await call(tool, { count: 3 }, { ports })).toEqual(first);
      expect(calls()).toBe(1);
    }
  });

  it.each([
    [
      'looks for the effect of a call that a crash left in doubt',
      { idempotent: false, reconcile: true },
      1,
      'ok',
    ],
    [
      'is repeated after a crash where that changes nothing more',
      { idempotent: true, reconcile: false },
      2,
      'ok',
    ],
    ['is not repeated after a crash otherwise', { idempotent: false, reconcile: false }, 1, 'failed'],
  ] as const)('%s', async (_name, { idempotent, reconcile }, expectedCalls, kind) => {
    const found = (): Promise<ToolAnswer> => Promise.resolve({ kind: 'ok', value: 'found' });
    const { tool, calls } = countingTool({
      risk: 'write',
      idempotent,
      ...(reconcile && { reconcile: found }),
    });
    const journal = memoryJournal();
    const ports = testPorts({ journal });
    journal.crashAfter = true;
    await expect(call(tool, {}, { ports })).rejects.toThrow('killed');
    journal.crashAfter = false;
    expect(await call(tool, {}, { ports })).toMatchObject({ kind });
    expect(calls()).toBe(expectedCalls);
  });

  it('says that it is in doubt when what is there has changed since a crash', async () => {
    const states = ['running', 'running', 'stopped'];
    const plan = (): Promise<ToolPlan> =>
      Promise.resolve({ kind: 'plan', summary: 'stop it', checkedBy: 'pre-check', before: states.shift() });
    const { tool, calls } = countingTool({ risk: 'destructive', idempotent: true, plan });
    const journal = memoryJournal();
    const ports = testPorts({ ...approving, journal });
    journal.crashAfter = true;
    await expect(call(tool, {}, { ports })).rejects.toThrow('killed');
    journal.crashAfter = false;
    expect(await call(tool, {}, { ports })).toMatchObject({
      kind: 'failed',
      code: 'in-doubt',
      inDoubt: true,
      message: expect.stringContaining('It was not repeated') as string,
    });
    expect(calls()).toBe(1);
  });

  it('is not in doubt when already its plan fails', async () => {
    const plan = (): Promise<ToolPlan> =>
      Promise.reject(new AppError({ code: 'busy', publicMessage: 'Busy.', retryable: true }));
    const { tool } = countingTool({ risk: 'destructive', plan });
    expect(await call(tool, {})).toEqual({
      kind: 'failed',
      code: 'busy',
      message: 'Busy.',
      retryable: true,
      inDoubt: false,
    });
  });
});
