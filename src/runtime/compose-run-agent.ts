import { setTimeout as delay } from 'node:timers/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { createRunAgent, type RunnerParts } from '../agents/runtime/create-run-agent.ts';
import type { ModelSource } from '../agents/runtime/model-source.ts';
import { connectModel } from '../clients/connect-model.ts';
import { exportTrace, otlpCollector } from '../clients/otlp.ts';
import { type ModelEnvironment, resolveModel } from '../config/resolve-model.ts';
import { allowedHostedTools } from '../config/tool-environment.ts';
import type { AgentDefinition, AgentParts, AgentTools, RunAgent } from '../contracts/agent.ts';
import type { Config } from '../contracts/config.ts';
import { errorFields, type Logger } from '../logger.ts';
import { invokeTool, type ToolPorts } from '../tools/invoke-tool.ts';
import type { ToolRegistry } from '../tools/registry.ts';

/** What the runner of one process, or of one repository's runs in it, is made from. */
export type AgentComposition = {
  readonly config: Config;
  readonly environment: ModelEnvironment;
  readonly agents: readonly AgentDefinition[];
  readonly documents: Readonly<Record<string, string>>;
  readonly registry: ToolRegistry;
  readonly ports: Pick<ToolPorts, 'guards' | 'audit' | 'redact'>;
  readonly guardrails: AgentParts['guardrails'];
  readonly redact: (path: string, text: string) => string;
  readonly budget: RunnerParts['budget'];
  readonly keepTrace: RunnerParts['keepTrace'];
  readonly logger: Logger;
};

/** The runner and the tools it calls, which workflows call as well. */
export type ComposedAgents = { readonly runAgent: RunAgent; readonly tools: AgentTools };

/** Puts the runner together: models from the configuration, tools under their guards, guardrails, budget, traces. */
export function composeAgents(composition: AgentComposition): ComposedAgents {
  const { config, agents, documents, registry, ports, redact } = composition;
  const byName = new Map(agents.map(agent => [agent.name, configured(agent, config)]));
  const tools: AgentTools = {
    find: name => {
      const found = registry.find(name);
      return found.kind === 'unknown' ? undefined : found.tool;
    },
    invoke: ({ guards, approvals, journal, ...request }) =>
      invokeTool(request, {
        guards: [...ports.guards, ...guards],
        approvals,
        journal,
        audit: ports.audit,
        redact: ports.redact,
        now: () => new Date(),
      }),
  };
  const runAgent = createRunAgent({
    agent: name => byName.get(name),
    document: name => (Object.hasOwn(documents, name) ? documents[name] : undefined),
    tools,
    hosted: allowedHostedTools(config.tools.hosted, composition.environment),
    guardrails: composition.guardrails,
    models: createModelSource(config, composition.environment),
    budget: composition.budget,
    keepTrace: traceKeeper(composition),
    redact: text => redact('text', text),
    sdkVersion: packageJson.dependencies['@openai/agents'],
    clock: () => new Date(),
    now: () => performance.now(),
    wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
    logger: composition.logger,
  });
  return { runAgent, tools };
}

/** Keeps traces in our own store and, where a collector of one's own is set, sends them there as well. */
function traceKeeper({
  keepTrace,
  environment,
  logger,
}: Pick<AgentComposition, 'keepTrace' | 'environment' | 'logger'>): RunnerParts['keepTrace'] {
  const collector = otlpCollector(environment.variables);
  if (collector === undefined) return keepTrace;
  return async trace => {
    await keepTrace(trace);
    await exportTrace(trace, collector).catch((error: unknown) =>
      logger.warn('A trace could not be exported', { runId: trace.runId, ...errorFields(error) }),
    );
  };
}

/** The configuration's fall-back for agents without one, and its cap on what a run may cost. */
function configured(agent: AgentDefinition, { model }: Config): AgentDefinition {
  const costUsd = Math.min(agent.limits.costUsd, model.budget.perRunUsd);
  return {
    ...agent,
    fallbackModel: agent.fallbackModel ?? model.fallback,
    limits: { ...agent.limits, costUsd },
  };
}

function createModelSource(config: Config, environment: ModelEnvironment): ModelSource {
  return name => {
    const resolved = resolveModel(name, config, environment);
    if (resolved.kind === 'missing') return resolved;
    const { target } = resolved;
    return {
      kind: 'model',
      model: {
        name: target.name,
        price: target.price,
        maxInputTokens: target.maxInputTokens,
        // Nothing is stored at OpenAI, so the reasoning has to travel with the history.
        providerData: target.kind === 'openai' ? { include: ['reasoning.encrypted_content'] } : {},
        hostsTools: target.kind === 'openai',
        connect: () => connectModel(target),
      },
    };
  };
}
