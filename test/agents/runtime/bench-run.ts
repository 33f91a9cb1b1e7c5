import type { Model } from '@openai/agents';
import { z } from 'zod';
import { createRunAgent, type RunnerParts } from '../../../src/agents/runtime/create-run-agent.ts';
import { createMemoryJournal } from '../../../src/agents/runtime/memory-journal.ts';
import type { ModelChoice } from '../../../src/agents/runtime/model-source.ts';
import type {
  AgentApprovals,
  AgentDefinition,
  AgentRunOptions,
  AgentRunRequest,
  AgentRunResult,
} from '../../../src/contracts/agent.ts';
import type { DevOpsContext } from '../../../src/contracts/context.ts';
import type { Tool, ToolRisk } from '../../../src/contracts/tool.ts';
import type { Trace } from '../../../src/contracts/trace.ts';
import { silentLogger } from '../../../src/logger.ts';
import { invokeTool } from '../../../src/tools/invoke-tool.ts';

/** A definition with everything filled in. */
export function agentOf(fields: Partial<AgentDefinition> = {}): AgentDefinition {
  return {
    name: 'helper',
    description: 'Helps.',
    source: 'built-in',
    instructions: 'Help.',
    model: undefined,
    fallbackModel: undefined,
    settings: {},
    role: 'read',
    tools: [],
    agents: [],
    handoffs: [],
    guardrails: [],
    documents: [],
    output: undefined,
    limits: { turns: 10, toolCalls: 20, tokens: 100_000, costUsd: 1, seconds: 60 },
    ...fields,
  };
}

/** A tool that notes its calls and answers what it is told. */
export function toolOf(
  name: string,
  options: {
    readonly risk?: ToolRisk;
    readonly answer?: (input: Readonly<Record<string, unknown>>) => unknown;
    readonly calls?: unknown[];
  } = {},
): Tool {
  const { risk = 'read', answer = () => `answer of ${name}`, calls = [] } = options;
  return {
    name,
    family: 'host',
    description: `Does ${name}.`,
    risk,
    permissions: {},
    undo: { kind: 'none' },
    parameters: z.object({ about: z.string().optional() }),
    timeoutMs: 1000,
    maxResultBytes: 100_000,
    example: {},
    idempotent: false,
    ...(risk === 'read'
      ? {}
      : {
          plan: async input => ({
            kind: 'plan' as const,
            summary: `would do ${name} about ${String(input['about'])}`,
            checkedBy: 'pre-check' as const,
          }),
        }),
    async handle(input) {
      calls.push(input);
      return { kind: 'ok', value: answer(input) };
    },
  };
}

export const context: DevOpsContext = {
  runId: 'run-1',
  actor: 'mona',
  entry: 'app',
  installationId: 1,
  repository: { owner: 'octo', name: 'project' },
  pullRequest: 7,
  issue: undefined,
  environment: undefined,
  region: undefined,
};

export const noApprovals: AgentApprovals = {
  take: async () => undefined,
  rejection: async () => undefined,
};

/** What a run was given and what it left behind. */
export type Bench = {
  readonly traces: Trace[];
  readonly settled: number[];
  /** Milliseconds waited between attempts, without waiting. */
  readonly waits: number[];
  readonly run: (
    request?: Partial<AgentRunRequest>,
    options?: Partial<AgentRunOptions>,
  ) => Promise<AgentRunResult>;
};

/** A runner over the given models, agents and tools; nothing reaches the network. */
export function benchOf(options: {
  readonly agents?: readonly AgentDefinition[];
  readonly tools?: readonly Tool[];
  /** By name; the first is the default. */
  readonly models: Readonly<Record<string, Model | (() => Promise<Model>)>>;
  readonly choice?: Partial<ModelChoice>;
  readonly parts?: Partial<RunnerParts>;
}): Bench {
  const { agents = [agentOf()], tools = [], models } = options;
  const traces: Trace[] = [];
  const settled: number[] = [];
  const waits: number[] = [];
  const run = createRunAgent({
    agent: name => agents.find(agent => agent.name === name),
    tools: {
      find: name => tools.find(tool => tool.name === name),
      invoke: ({ tool, input, access, context: place, signal, step, dryRun, ...ports }) =>
        invokeTool(
          { tool, input, access, context: place, signal, step, dryRun },
          { ...ports, audit: async () => undefined, redact: text => text, now: () => new Date(0) },
        ),
    },
    hosted: { webSearch: false, vectorStores: [] },
    guardrails: () => [],
    document: () => undefined,
    models: (name = Object.keys(models)[0]) => {
      const model = models[name ?? ''];
      if (model === undefined) return { kind: 'missing', message: `no model ${name}` };
      return {
        kind: 'model',
        model: {
          name: name ?? '',
          price: undefined,
          maxInputTokens: 50_000,
          providerData: {},
          hostsTools: false,
          connect: async () => (typeof model === 'function' ? await model() : model),
          ...options.choice,
        },
      };
    },
    budget: {
      reserve: async () => ({ kind: 'allow' }),
      settle: async (_context, costUsd) => {
        settled.push(costUsd);
      },
    },
    keepTrace: async trace => {
      traces.push(trace);
    },
    redact: text => text,
    sdkVersion: '0.0.1',
    clock: () => new Date('2026-11-21T08:00:00Z'),
    now: () => performance.now(),
    wait: async ms => {
      waits.push(ms);
    },
    logger: silentLogger,
    ...options.parts,
  });
  return {
    traces,
    settled,
    waits,
    run: async (request = {}, runOptions = {}) =>
      await run(
        {
          agent: agents[0]?.name ?? 'helper',
          step: undefined,
          input: 'What is up?',
          material: [],
          context,
          limits: {},
          dryRun: false,
          ...request,
        },
        {
          signal: new AbortController().signal,
          journal: createMemoryJournal('run-1'),
          approvals: noApprovals,
          ...runOptions,
        },
      ),
  };
}
