import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AgentRunResult } from '../../../src/contracts/agent.ts';
import { type FakeModel, startFakeModel } from '../../fakes/model/index.ts';

const script = fileURLToPath(new URL('agent-process.ts', import.meta.url));
const children: ChildProcess[] = [];

let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => fake.close());

type Process = { readonly process: ChildProcess; readonly line: () => Promise<string> };

/** A process of its own: nothing is shared with the next one but the database and the outside. */
function startProcess(instructions: object): Process {
  const child = spawn(process.execPath, ['--no-warnings', script, JSON.stringify(instructions)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    line: async () => {
      const { value } = (await lines.next()) as { readonly value?: string };
      if (value === undefined) throw new Error('the process ended without a word');
      return value;
    },
  };
}

function scene() {
  const folder = mkdtempSync(join(tmpdir(), 'devops-agent-crash-'));
  const world = join(folder, 'world');
  fake.requests.length = 0;
  return {
    instructions: { dataDir: folder, modelUrl: fake.baseUrl, apiKey: fake.apiKey, world },
    effects: () =>
      readFileSync(world, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.split(' ').slice(0, 2).join(' ')),
  };
}

const calls = (name: string, ...abouts: readonly string[]) =>
  abouts.map(about => ({ id: `call-${about}`, name, arguments: { about } }));

describe('an agent whose process is killed', () => {
  it('in the middle of a batch goes on in another process, with every effect once', async () => {
    const { instructions, effects } = scene();
    fake.answer = ({ toolResults }) =>
      toolResults.length === 0 ? { calls: calls('write', 'a', 'b', 'c') } : 'All written.';
    const first = startProcess({ ...instructions, hangAt: 'b' });
    expect(await first.line()).toBe('hanging');
    first.process.kill('SIGKILL');
    const result = JSON.parse(await startProcess(instructions).line()) as AgentRunResult;
    expect(result).toMatchObject({ outcome: 'completed', output: 'All written.' });
    expect(effects()).toEqual(['write a', 'write b', 'write c']);
    // One answer with the calls, kept from the first process, and one after them.
    expect(fake.requests).toHaveLength(2);
    expect(fake.requests[1]?.toolResults.join()).toContain('as found outside');
  });

  it('while it waits for an approval goes on in another process when there is one', async () => {
    const { instructions, effects } = scene();
    fake.answer = ({ toolResults }) =>
      toolResults.length === 0
        ? { calls: [...calls('write', 'a'), ...calls('erase', 'b')] }
        : 'Written and erased.';
    const first = startProcess(instructions);
    expect(JSON.parse(await first.line())).toMatchObject({ outcome: 'awaiting-approval' });
    expect(effects()).toEqual(['write a']);
    first.process.kill('SIGKILL');
    const second = startProcess({ ...instructions, approved: true });
    expect(JSON.parse(await second.line())).toMatchObject({
      outcome: 'completed',
      output: 'Written and erased.',
    });
    expect(effects()).toEqual(['write a', 'erase b']);
    expect(fake.requests).toHaveLength(2);
  });
});
