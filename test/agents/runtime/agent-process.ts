import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createRunAgent } from '../../../src/agents/runtime/create-run-agent.ts';
import { connectModel } from '../../../src/clients/connect-model.ts';
import type { AgentRunResult } from '../../../src/contracts/agent.ts';
import type { Tool } from '../../../src/contracts/tool.ts';
import { silentLogger } from '../../../src/logger.ts';
import { createRunEngine } from '../../../src/runs/engine/run-engine.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { createRunStore } from '../../../src/storage/run-store.ts';
import { invokeTool } from '../../../src/tools/invoke-tool.ts';
import { runRequest } from '../../runs/engine/run-requests.ts';
import { agentOf, context, toolOf } from './bench-run.ts';

/** A process that carries out one agent's run on the real engine; started and killed by `crash.test.ts`. */
type Instructions = {
  readonly dataDir: string;
  readonly modelUrl: string;
  readonly apiKey: string;
  /** A file that stands for the outside: one line per effect. */
  readonly world: string;
  /** Hangs for good inside the call about this. */
  readonly hangAt: string | undefined;
  /** Digests that somebody approved. */
  readonly approved: boolean;
};

const instructions = JSON.parse(process.argv[2] ?? '{}') as Instructions;

function effects(): readonly string[] {
  return existsSync(instructions.world) ? readFileSync(instructions.world, 'utf8').trim().split('\n') : [];
}

/** Its effect is a line with the idempotency key, which is how a second process finds it. */
function worldTool(name: string, risk: 'write' | 'destructive'): Tool {
  return {
    ...toolOf(name, { risk }),
    async handle(input, { idempotencyKey }) {
      const about = String(input['about']);
      appendFileSync(instructions.world, `${name} ${about} ${idempotencyKey}\n`);
      if (about === instructions.hangAt) {
        process.stdout.write('hanging\n');
        await delay(2 ** 30);
      }
      return { kind: 'ok', value: `did ${about}` };
    },
    reconcile: async (input, { idempotencyKey }) =>
      effects().some(line => line.endsWith(` ${idempotencyKey}`))
        ? { kind: 'ok', value: `did ${String(input['about'])}, as found outside` }
        : undefined,
  };
}

const tools = [worldTool('write', 'write'), worldTool('erase', 'destructive')].map(tool => ({
  ...tool,
  timeoutMs: 2 ** 30,
}));
const agent = agentOf({ role: 'destructive', tools: ['write', 'erase'] });

const runAgent = createRunAgent({
  agent: name => (name === agent.name ? agent : undefined),
  tools: {
    find: name => tools.find(tool => tool.name === name),
    invoke: ({ guards, approvals, journal, ...request }) =>
      invokeTool(request, {
        guards,
        approvals,
        journal,
        audit: async () => undefined,
        redact: text => text,
        now: () => new Date(),
      }),
  },
  hosted: { webSearch: false, vectorStores: [] },
  guardrails: () => [],
  document: () => undefined,
  models: () => ({
    kind: 'model',
    model: {
      name: 'fake/model',
      price: undefined,
      maxInputTokens: 50_000,
      providerData: {},
      hostsTools: false,
      connect: () =>
        connectModel({
          kind: 'openai-compatible',
          model: 'model',
          apiKey: instructions.apiKey,
          baseUrl: instructions.modelUrl,
        }),
    },
  }),
  budget: { reserve: async () => ({ kind: 'allow' }), settle: async () => undefined },
  keepTrace: async () => undefined,
  redact: text => text,
  sdkVersion: '1',
  clock: () => new Date(),
  now: () => performance.now(),
  wait: async () => undefined,
  logger: silentLogger,
});

const database = await openDatabase({ dataDir: instructions.dataDir }, silentLogger);
const engine = createRunEngine({ runs: createRunStore(database), logger: silentLogger, concurrency: 1 });

await engine.enqueue([runRequest('run-1')]);
await engine.start(async run => {
  const result: AgentRunResult = await runAgent(
    {
      agent: agent.name,
      step: undefined,
      input: 'Write a, b and c.',
      material: [],
      context: { ...context, runId: run.request.id },
      limits: {},
      dryRun: false,
    },
    {
      signal: run.signal,
      journal: run,
      approvals: {
        take: async () => (instructions.approved ? { by: 'mona' } : undefined),
        rejection: async () => undefined,
      },
    },
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result.outcome === 'awaiting-approval' ? { kind: 'waiting', delayMs: 2 ** 30 } : undefined;
});
// Whoever waits for an approval is woken by it.
if (instructions.approved) await engine.wake(['run-1']);
