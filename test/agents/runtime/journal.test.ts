import { describe, expect, it } from 'vitest';
import type { AgentApprovals, AgentJournal } from '../../../src/contracts/agent.ts';
import { agentOf, benchOf, noApprovals, toolOf } from './bench-run.ts';
import { call, says, scripted, sentIn } from './script.ts';

/** What is on disk: results under names, and effects that were begun. */
type Disk = { readonly done: Map<string, string>; readonly started: Set<string> };

const newDisk = (): Disk => ({ done: new Map(), started: new Set() });

/**
 * A journal over a disk, as the engine keeps it. `dieAt` stands for a process that is killed when it is about to write
 * the result of that name.
 */
function journalOn(disk: Disk, dieAt?: RegExp): AgentJournal {
  const record = <T>(name: string, value: T): T => {
    if (dieAt?.test(name) === true) throw new Error(`killed before ${name}`);
    disk.done.set(name, JSON.stringify(value) ?? 'null');
    return value;
  };
  const known = <T>(name: string): T => JSON.parse(disk.done.get(name) ?? 'null') as T;
  return {
    step: async (name, perform) => (disk.done.has(name) ? known(name) : record(name, await perform())),
    effect: async (name, { perform, reconcile }) => {
      if (disk.done.has(name)) return known(name);
      const key = `run-1:${name}`;
      if (disk.started.has(name)) {
        const found = await reconcile(key);
        if (found !== undefined) return record(name, found);
      }
      disk.started.add(name);
      return record(name, await perform(key));
    },
  };
}

const agents = [agentOf({ role: 'destructive', tools: ['look', 'write', 'erase'] })];

function approvalsOf(decide: (digest: string) => 'approve' | 'reject' | 'wait'): AgentApprovals {
  return {
    take: async ({ digest }) => (decide(digest) === 'approve' ? { by: 'hubot' } : undefined),
    rejection: async digest =>
      decide(digest) === 'reject' ? { by: 'hubot', reason: 'Not on a Friday.' } : undefined,
  };
}

describe('a run that goes on after a crash', () => {
  it('asks the model nothing twice and calls no tool twice', async () => {
    const disk = newDisk();
    const calls: unknown[] = [];
    const tools = [toolOf('look', { calls })];
    const first = scripted([call('look', 'a')], says('Fine.'));
    const dying = benchOf({ agents, tools: [...tools, ...inert], models: { scripted: first } });
    await dying.run({}, { journal: journalOn(disk, /model:2/) });
    expect(first.calls).toHaveLength(2);
    const second = scripted(says('Fine again.'));
    const result = await benchOf({ agents, tools: [...tools, ...inert], models: { scripted: second } }).run(
      {},
      { journal: journalOn(disk) },
    );
    expect(result).toMatchObject({ outcome: 'completed', output: 'Fine again.' });
    expect(calls).toEqual([{ about: 'a' }]);
    expect(result.steps.filter(({ replayed }) => replayed).map(({ name }) => name)).toEqual(['scripted']);
  });

  it('does the half of a batch that was not done, and keeps the half that was', async () => {
    const disk = newDisk();
    const written: unknown[] = [];
    const tools = [
      toolOf('write', { risk: 'write', calls: written }),
      ...inert.slice(0, 1),
      inert[2],
    ].flatMap(tool => (tool === undefined ? [] : [tool]));
    const batch = [call('write', 'a'), call('write', 'b'), call('write', 'c')];
    const bench = (model: ReturnType<typeof scripted>) =>
      benchOf({ agents, tools, models: { scripted: model } });
    // Killed when b is about to begin: its plan is not on disk yet.
    await bench(scripted(batch)).run({}, { journal: journalOn(disk, /call-b:plan/) });
    expect(written).toEqual([{ about: 'a' }]);
    await bench(scripted(says('Done.'))).run({}, { journal: journalOn(disk) });
    expect(written).toEqual([{ about: 'a' }, { about: 'b' }, { about: 'c' }]);
  });

  it('does not repeat a change whose outcome nobody knows', async () => {
    const disk = newDisk();
    const written: unknown[] = [];
    const tools = [
      toolOf('write', { risk: 'write', calls: written }),
      ...inert.filter(({ name }) => name !== 'write'),
    ];
    await benchOf({ agents, tools, models: { scripted: scripted([call('write', 'a')]) } }).run(
      {},
      { journal: journalOn(disk, /call-a$/) },
    );
    expect(written).toHaveLength(1);
    const model = scripted(says('I will look whether it was written.'));
    await benchOf({ agents, tools, models: { scripted: model } }).run({}, { journal: journalOn(disk) });
    expect(written).toHaveLength(1);
    expect(sentIn(model)).toContain('in-doubt');
  });

  it('begins anew when the agent was replaced meanwhile and nothing was changed', async () => {
    const disk = newDisk();
    const dying = benchOf({ agents, tools: inert, models: { scripted: scripted([call('look', 'a')]) } });
    await dying.run({}, { journal: journalOn(disk, /tool:.*call-a/) });
    const model = scripted(says('Anew.'));
    const replaced = [agentOf({ ...agents[0], instructions: 'Help better.' })];
    const result = await benchOf({ agents: replaced, tools: inert, models: { scripted: model } }).run(
      {},
      { journal: journalOn(disk) },
    );
    expect(result).toMatchObject({ outcome: 'completed', output: 'Anew.' });
    expect(model.calls[0]?.request.systemInstructions).toBe('Help better.');
    expect(sentIn(model)).not.toContain('call-a');
  });

  it('ends incomplete when the SDK was replaced meanwhile after something was changed', async () => {
    const disk = newDisk();
    const dying = benchOf({ agents, tools: inert, models: { scripted: scripted([call('write', 'a')]) } });
    await dying.run({}, { journal: journalOn(disk, /model:2/) });
    const model = scripted();
    const result = await benchOf({
      agents,
      tools: inert,
      models: { scripted: model },
      parts: { sdkVersion: '0.0.2' },
    }).run({}, { journal: journalOn(disk) });
    expect(result).toMatchObject({ outcome: 'incomplete', reason: expect.stringContaining('replaced') });
    expect(model.calls).toHaveLength(0);
  });
});

const inert = [toolOf('look'), toolOf('write', { risk: 'write' }), toolOf('erase', { risk: 'destructive' })];

describe('a run that waits for an approval', () => {
  const batch = [call('look', 'a'), call('erase', 'b'), call('write', 'c'), call('erase', 'd')];

  function scene() {
    const disk = newDisk();
    const done: string[] = [];
    const note =
      (name: string) =>
      ({ about }: Readonly<Record<string, unknown>>): string => {
        done.push(`${name} ${String(about)}`);
        return 'ok';
      };
    const tools = [
      toolOf('look', { answer: note('look') }),
      toolOf('write', { risk: 'write', answer: note('write') }),
      toolOf('erase', { risk: 'destructive', answer: note('erase') }),
    ];
    // Every run stands for a process of its own: nothing is shared but the disk.
    const run = (model: ReturnType<typeof scripted>, approvals: AgentApprovals) =>
      benchOf({ agents, tools, models: { scripted: model } }).run(
        {},
        { journal: journalOn(disk), approvals },
      );
    return { done, run };
  }

  it('does the rest of the batch first, names every plan, and asks the model nothing further', async () => {
    const { done, run } = scene();
    const result = await run(scripted(batch), noApprovals);
    expect(done).toEqual(['look a', 'write c']);
    expect(result).toMatchObject({
      outcome: 'awaiting-approval',
      approvals: [
        { tool: 'erase', plan: 'would do erase about b', risk: 'destructive' },
        { tool: 'erase', plan: 'would do erase about d' },
      ],
    });
  });

  it('goes on in another process, with each effect once', async () => {
    const { done, run } = scene();
    await run(scripted(batch), noApprovals);
    const result = await run(
      scripted(says('All erased.')),
      approvalsOf(() => 'approve'),
    );
    expect(result).toMatchObject({ outcome: 'completed', output: 'All erased.' });
    expect(done).toEqual(['look a', 'write c', 'erase b', 'erase d']);
  });

  it('executes nothing twice when an approval is played again', async () => {
    const { done, run } = scene();
    await run(scripted(batch), noApprovals);
    const approve = approvalsOf(() => 'approve');
    await run(scripted(says('All erased.')), approve);
    const again = await run(scripted(), approve);
    expect(again).toMatchObject({ outcome: 'completed', output: 'All erased.' });
    expect(done).toEqual(['look a', 'write c', 'erase b', 'erase d']);
  });

  it('waits again for what is not decided, and tells the model what was rejected', async () => {
    const { done, run } = scene();
    const first = await run(scripted(batch), noApprovals);
    const [b] = 'approvals' in first ? first.approvals : [];
    const half = approvalsOf(digest => (digest === b?.digest ? 'reject' : 'wait'));
    expect(await run(scripted(), half)).toMatchObject({
      outcome: 'awaiting-approval',
      approvals: [{ plan: 'would do erase about d' }],
    });
    const model = scripted(says('Only d.'));
    const rest = approvalsOf(digest => (digest === b?.digest ? 'reject' : 'approve'));
    expect(await run(model, rest)).toMatchObject({ outcome: 'completed', output: 'Only d.' });
    expect(done).toEqual(['look a', 'write c', 'erase d']);
    expect(sentIn(model)).toContain('Not on a Friday.');
  });

  it('asks nobody about a call that cannot be carried out', async () => {
    const { run } = scene();
    const model = scripted([{ ...call('erase', 'x'), arguments: '{"about": 5}' }], says('Sorry.'));
    expect(await run(model, noApprovals)).toMatchObject({ outcome: 'completed', output: 'Sorry.' });
  });

  it('waits for nothing in a dry run', async () => {
    const calls: unknown[] = [];
    const model = scripted([call('erase', 'b')], says('It would erase b.'));
    const result = await benchOf({
      agents,
      tools: [toolOf('erase', { risk: 'destructive', calls }), ...inert.slice(0, 2)],
      models: { scripted: model },
    }).run({ dryRun: true });
    expect(result).toMatchObject({ outcome: 'completed', output: 'It would erase b.' });
    expect(calls).toEqual([]);
    expect(sentIn(model)).toContain('would do erase about b');
  });
});
