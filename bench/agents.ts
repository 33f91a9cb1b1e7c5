import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, type Model, type ModelResponse, Runner, tool, Usage } from '@openai/agents';
import { z } from 'zod';
import { monitoring } from '../src/agents/monitoring/agent.ts';
import { createMemoryJournal } from '../src/agents/runtime/memory-journal.ts';
import { estimateTokens } from '../src/agents/runtime/trim-history.ts';
import { silentLogger } from '../src/logger.ts';
import { createRunEngine } from '../src/runs/engine/run-engine.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { createRunStore } from '../src/storage/run-store.ts';
import { toolSpecifications } from '../src/tools/index.ts';
import { agentOf, benchOf, context, toolOf } from '../test/agents/runtime/bench-run.ts';
import { startFakeModel } from '../test/fakes/model/index.ts';
import { runRequest } from '../test/runs/engine/run-requests.ts';
import { sqliteBackend } from '../test/runs/engine/sqlite-backend.ts';

const turns = 5;
const batches = 9;
const runsPerBatch = 40;
const concurrentRuns = 200;

/** What the runner costs beside the bare SDK, and what waiting runs weigh. */
export async function agents(): Promise<object> {
  return {
    perTurn: await overheadPerTurn(),
    request: await fixedOverhead(),
    waiting: await waitingRuns(),
  };
}

/** Answers at once: calls a tool in every turn but the last. */
function instantModel(): Model {
  let asked = 0;
  return {
    async getResponse(): Promise<ModelResponse> {
      asked += 1;
      const isLast = asked % turns === 0;
      const usage = new Usage({ inputTokens: 100, outputTokens: 10, totalTokens: 110 });
      return await Promise.resolve({
        usage,
        output: isLast
          ? [
              {
                type: 'message',
                role: 'assistant',
                status: 'completed',
                content: [{ type: 'output_text', text: 'Done.' }],
              },
            ]
          : [
              {
                type: 'function_call',
                name: 'look',
                callId: `call-${asked}`,
                status: 'completed',
                arguments: '{"about":"disk"}',
              },
            ],
      });
    },
    getStreamedResponse() {
      throw new Error('not streamed');
    },
  };
}

async function bareLoop(): Promise<void> {
  const look = tool({
    name: 'look',
    description: 'Does look.',
    parameters: z.object({ about: z.string() }),
    execute: () => 'answer of look',
  });
  const agent = new Agent({ name: 'helper', instructions: 'Help.', model: instantModel(), tools: [look] });
  await new Runner({ tracingDisabled: true }).run(agent, 'What is up?');
}

async function ourLoop(): Promise<void> {
  const { run } = benchOf({
    agents: [agentOf({ tools: ['look'] })],
    tools: [toolOf('look')],
    models: { instant: instantModel() },
  });
  const { outcome } = await run({}, { journal: createMemoryJournal('run-1') });
  if (outcome !== 'completed') throw new Error(`the run was ${outcome}`);
}

async function overheadPerTurn(): Promise<object> {
  const perTurn = async (loop: () => Promise<void>): Promise<number> => {
    const startedAt = performance.now();
    for (let run = 0; run < runsPerBatch; run += 1) await loop();
    return (performance.now() - startedAt) / runsPerBatch / turns;
  };
  await perTurn(bareLoop);
  await perTurn(ourLoop);
  const bare: number[] = [];
  const ours: number[] = [];
  // Alternately, so that what else the machine does falls on both.
  for (let batch = 0; batch < batches; batch += 1) {
    bare.push(await perTurn(bareLoop));
    ours.push(await perTurn(ourLoop));
  }
  const durableMs = await durablePerTurn();
  return {
    bareMs: median(bare),
    oursMs: median(ours),
    overheadMs: median(ours) - median(bare),
    durableMs,
  };
}

/** With the engine's journal on SQLite: every answer and call is on disk before the next. */
async function durablePerTurn(): Promise<number> {
  const backend = sqliteBackend();
  const database = await openDatabase(await backend.emptyLocation(), silentLogger);
  const engine = createRunEngine({ runs: createRunStore(database), logger: silentLogger, concurrency: 1 });
  const runs = 20;
  const times: number[] = [];
  await engine.enqueue(Array.from({ length: runs }, (_, index) => runRequest(`run-${index}`)));
  await new Promise<void>((done, reject) => {
    engine
      .start(async run => {
        const startedAt = performance.now();
        const { run: runAgent } = benchOf({
          agents: [agentOf({ tools: ['look'] })],
          tools: [toolOf('look')],
          models: { instant: instantModel() },
        });
        await runAgent(
          { context: { ...context, runId: run.request.id } },
          { journal: run, signal: run.signal },
        );
        times.push((performance.now() - startedAt) / turns);
        if (times.length === runs) done();
      })
      .catch(reject);
  });
  await engine.stop({ timeoutMs: 5_000 });
  await database.close();
  await backend.remove();
  return median(times);
}

/** What is sent beside instructions and question, for an agent without tools and for a built-in one. */
async function fixedOverhead(): Promise<object> {
  const model = instantModel();
  let sent = { system: '', input: '', tools: '' };
  const listening: Model = {
    ...model,
    async getResponse(request) {
      sent = {
        system: request.systemInstructions ?? '',
        input: JSON.stringify(request.input),
        tools: JSON.stringify(request.tools),
      };
      return await Promise.resolve({
        usage: new Usage(),
        output: [
          {
            type: 'message',
            role: 'assistant',
            status: 'completed',
            content: [{ type: 'output_text', text: '{}' }],
          },
        ],
      });
    },
  };
  const question = 'What is up?';
  await benchOf({ models: { listening } }).run({ input: question });
  const withoutTools =
    estimateTokens(sent.input) - estimateTokens(JSON.stringify([{ role: 'user', content: question }]));
  const named = toolSpecifications.filter(({ name }) => monitoring.tools.includes(name));
  const tools = named.map(specification => ({ ...toolOf(specification.name), ...specification }));
  const agent = agentOf({ name: 'built-in', tools: tools.map(({ name }) => name) });
  await benchOf({ agents: [agent], tools, models: { listening } }).run({ input: question });
  return {
    addedToQuestionTokens: withoutTools,
    monitoringTools: tools.length,
    tokensPerTool: tools.length === 0 ? 0 : estimateTokens(sent.tools) / tools.length,
    monitoringInstructionsTokens: estimateTokens(monitoring.instructions),
  };
}

/** Memory of a process whose runs all wait for a slow model. */
async function waitingRuns(): Promise<object> {
  const fake = await startFakeModel();
  let release: () => void = () => undefined;
  const held = new Promise<void>(done => {
    release = done;
  });
  fake.answer = async () => {
    await held;
    return 'Late.';
  };
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      resolve('bench/waiting-agents.ts'),
      JSON.stringify({ baseUrl: fake.baseUrl, apiKey: fake.apiKey, runs: concurrentRuns }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  const samples: { readonly rssMb: number; readonly atOnce: number }[] = [];
  let report: object = {};
  createInterface({ input: child.stdout }).on('line', line => {
    const told = JSON.parse(line) as { readonly rssMb?: number; readonly done?: object };
    if (told.done !== undefined) report = told.done;
    if (told.rssMb !== undefined) samples.push({ rssMb: told.rssMb, atOnce: fake.requests.length });
    const waiting = samples.filter(({ atOnce }) => atOnce === concurrentRuns);
    if (waiting.length >= 10) release();
  });
  await once(child, 'close');
  await fake.close();
  const waiting = samples.filter(({ atOnce }) => atOnce === concurrentRuns).slice(0, 10);
  return { runs: concurrentRuns, rssMb: Math.max(...waiting.map(({ rssMb }) => rssMb)), ...report };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
