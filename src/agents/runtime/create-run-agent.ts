import { createHash } from 'node:crypto';
import { z } from 'zod';
import type {
  AgentDefinition,
  AgentLimits,
  AgentParts,
  AgentRunOptions,
  AgentRunRequest,
  AgentRunResult,
  RunAgent,
} from '../../contracts/agent.ts';
import type { DevOpsContext } from '../../contracts/context.ts';
import type { Trace } from '../../contracts/trace.ts';
import { errorFields, type Logger } from '../../logger.ts';
import type { Wait } from './ask-model.ts';
import type { ModelChoice, ModelSource } from './model-source.ts';
import { renderInput } from './render-input.ts';
import type { RunEnd } from './run-end.ts';
import { openRunJournal } from './run-journal.ts';
import { RunSession } from './run-session.ts';

/** Money that a run may spend, set aside before it begins. */
export type RunBudget = {
  /** `deny` names the caps. */
  readonly reserve: (
    context: DevOpsContext,
    costUsd: number,
  ) => Promise<{ readonly kind: 'allow' } | { readonly kind: 'deny'; readonly reason: string }>;
  /** What was really spent. */
  readonly settle: (context: DevOpsContext, costUsd: number) => Promise<void>;
};

/** What the runner is composed with. */
export type RunnerParts = AgentParts & {
  readonly models: ModelSource;
  readonly budget: RunBudget;
  readonly keepTrace: (trace: Trace) => Promise<void>;
  /** Masks secrets in a text. */
  readonly redact: (text: string) => string;
  /** Exact version of the agents SDK: a run does not go on under another one. */
  readonly sdkVersion: string;
  readonly clock: () => Date;
  /** Waits between attempts; ends early when the signal is aborted. */
  readonly wait: Wait;
  /** Milliseconds from any fixed moment, for durations. */
  readonly now: () => number;
  readonly logger: Logger;
};

/** The agent runner. Loads the SDK with the first run. */
export function createRunAgent(parts: RunnerParts): RunAgent {
  return async (request, options) => {
    const startedAt = parts.clock();
    const traceId = traceIdOf(request);
    const prepared = await prepare(request, options, parts);
    const result: AgentRunResult =
      'session' in prepared
        ? resultOf(traceId, prepared.session, await carryOut(prepared, parts))
        : { traceId, usage: [], steps: [], gaps: [], outcome: 'failed', ...prepared };
    await keepTrace({ request, result, startedAt }, parts);
    options.onEvent?.({ kind: 'ended', result });
    return result;
  };
}

type Prepared = {
  readonly definition: AgentDefinition;
  readonly session: RunSession;
  readonly choicesOf: (definition: AgentDefinition) => readonly ModelChoice[];
  readonly input: string;
};

/** Everything that can be wrong before a model is asked. */
async function prepare(
  request: AgentRunRequest,
  options: AgentRunOptions,
  parts: RunnerParts,
): Promise<Prepared | { readonly code: string; readonly reason: string }> {
  const definition = parts.agent(request.agent);
  if (definition === undefined)
    return {
      code: 'unknown-agent',
      reason: `There is no agent ${request.agent}; \`devops agents list\` lists them.`,
    };
  const missing = missingNames(definition, parts);
  if (missing !== undefined) return { code: 'unknown-name', reason: missing };
  const choices = new Map<string, readonly ModelChoice[]>();
  for (const member of reachable(definition, parts)) {
    const chosen = chooseModels(member, parts.models);
    if ('message' in chosen) return { code: 'no-model', reason: chosen.message };
    choices.set(member.name, chosen.choices);
  }
  const journal = await openRunJournal(options.journal, {
    step: request.step,
    version: versionOf(definition, parts),
  });
  const limits = lower(definition.limits, request.limits);
  const session = new RunSession({
    request,
    limits,
    role: definition.role,
    journal: 'step' in journal ? journal : options.journal,
    signal: options.signal,
    approvals: options.approvals,
    now: parts.now,
    redact: parts.redact,
    onEvent: options.onEvent,
  });
  if ('kind' in journal) session.finish(journal);
  const documents = definition.documents.map(name => ({
    label: `context document ${name}`,
    text: parts.document(name) ?? '',
  }));
  return {
    definition,
    session,
    choicesOf: member => choices.get(member.name) ?? choices.get(definition.name) ?? [],
    input: renderInput({ ...request, material: [...documents, ...request.material] }, parts.redact),
  };
}

/** Names that nothing has, in one sentence. */
function missingNames(definition: AgentDefinition, parts: AgentParts): string | undefined {
  const missing = [
    ...definition.tools.filter(name => parts.tools.find(name) === undefined).map(name => `tool ${name}`),
    ...[...definition.agents, ...definition.handoffs]
      .filter(name => parts.agent(name) === undefined)
      .map(name => `agent ${name}`),
    ...definition.documents
      .filter(name => parts.document(name) === undefined)
      .map(name => `context document ${name}`),
  ];
  if (missing.length === 0) return undefined;
  return `The agent ${definition.name} names what does not exist here: ${missing.join(', ')}.`;
}

/** The agent and everybody it can ask or hand over to. */
function reachable(first: AgentDefinition, parts: AgentParts): readonly AgentDefinition[] {
  const found = new Map([[first.name, first]]);
  for (const definition of found.values()) {
    for (const name of [...definition.agents, ...definition.handoffs]) {
      const other = parts.agent(name);
      if (other !== undefined) found.set(name, other);
    }
  }
  return [...found.values()];
}

function chooseModels(
  { model, fallbackModel }: AgentDefinition,
  models: ModelSource,
): { readonly choices: readonly ModelChoice[] } | { readonly message: string } {
  const primary = models(model);
  if (primary.kind === 'missing') return { message: primary.message };
  const fallback = fallbackModel === undefined ? undefined : models(fallbackModel);
  return { choices: [primary.model, ...(fallback?.kind === 'model' ? [fallback.model] : [])] };
}

function lower(limits: AgentLimits, wanted: Partial<AgentLimits>): AgentLimits {
  const least = (name: keyof AgentLimits): number => Math.min(limits[name], wanted[name] ?? limits[name]);
  return {
    turns: least('turns'),
    toolCalls: least('toolCalls'),
    tokens: least('tokens'),
    costUsd: least('costUsd'),
    seconds: least('seconds'),
  };
}

/** Changes with the SDK and with anything that the agents of a run are told or may do. */
function versionOf(definition: AgentDefinition, parts: RunnerParts): string {
  const members = reachable(definition, parts).map(({ output, ...rest }) => [
    rest,
    output === undefined ? null : z.toJSONSchema(output, { unrepresentable: 'any' }),
  ]);
  const digest = createHash('sha256').update(JSON.stringify(members)).digest('hex').slice(0, 16);
  return `${parts.sdkVersion} ${digest}`;
}

type Answer = { readonly answer: unknown } | undefined;

async function carryOut(prepared: Prepared, parts: RunnerParts): Promise<Answer> {
  const { session } = prepared;
  if (session.end !== undefined) return undefined;
  const { context } = session.request;
  const reserved = await parts.budget.reserve(context, session.limits.costUsd);
  if (reserved.kind === 'deny') {
    session.finish({ kind: 'incomplete', reason: reserved.reason });
    return undefined;
  }
  try {
    return await converse(prepared, parts);
  } finally {
    await parts.budget.settle(context, spentBy(session));
  }
}

/** What cannot be known is taken for all that was set aside. */
function spentBy({ usage, costUsd, limits }: RunSession): number {
  return usage.some(entry => entry.costUsd === null) ? limits.costUsd : costUsd;
}

async function converse(
  { definition, session, choicesOf, input }: Prepared,
  parts: RunnerParts,
): Promise<Answer> {
  const { runConversation } = await import('./run-conversation.ts');
  session.emit({ kind: 'agent-started', agent: definition.name });
  try {
    const { logger, wait } = parts;
    return await runConversation(definition, input, {
      session,
      parts,
      choicesOf,
      logger,
      wait,
      scope: '',
      parent: undefined,
      depth: 0,
    });
  } catch (error) {
    // The engine took the run away: it goes on elsewhere or later.
    if (session.signal.aborted) session.finishAborted();
    if (session.end !== undefined) return undefined;
    parts.logger.error('An agent broke off', { agent: definition.name, ...errorFields(error) });
    session.finish({
      kind: 'failed',
      code: 'agent-broke',
      reason: 'An unexpected error ended the agent; the log has the details.',
    });
    return undefined;
  }
}

function resultOf(traceId: string, session: RunSession, answer: Answer): AgentRunResult {
  const { usage, steps, gaps, end } = session;
  const facts = { traceId, usage, steps, gaps };
  if (end !== undefined) return { ...facts, ...outcomeOf(end, session) };
  if (answer === undefined)
    return { ...facts, outcome: 'incomplete', output: undefined, reason: 'no answer' };
  // What was left out on the way makes the answer less than whole.
  return gaps.length === 0
    ? { ...facts, outcome: 'completed', output: answer.answer }
    : { ...facts, outcome: 'incomplete', output: answer.answer, reason: gaps.join('; ') };
}

type Outcome<Result> = Result extends unknown ? Omit<Result, 'traceId' | 'usage' | 'steps' | 'gaps'> : never;

function outcomeOf(end: RunEnd, session: RunSession): Outcome<AgentRunResult> {
  switch (end.kind) {
    case 'incomplete':
      return { outcome: 'incomplete', output: session.lastText, reason: end.reason };
    case 'refused':
    case 'failed':
      return { outcome: end.kind, code: end.code, reason: end.reason };
    case 'cancelled':
      return { outcome: 'cancelled' };
    case 'awaiting-approval':
      return { outcome: 'awaiting-approval', approvals: session.pending };
    default:
      return end satisfies never;
  }
}

/** The same for every resumption of a run. */
function traceIdOf({ context, step, agent }: AgentRunRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([context.runId, step ?? null, agent]))
    .digest('hex')
    .slice(0, 32);
}

/** A trace that cannot be written costs nobody the result. */
async function keepTrace(
  {
    request,
    result,
    startedAt,
  }: {
    readonly request: AgentRunRequest;
    readonly result: AgentRunResult;
    readonly startedAt: Date;
  },
  parts: RunnerParts,
): Promise<void> {
  const { context } = request;
  const { repository, runId, actor, entry } = context;
  try {
    await parts.keepTrace({
      traceId: result.traceId,
      runId,
      step: request.step ?? null,
      agent: request.agent,
      repository: repository === undefined ? null : `${repository.owner}/${repository.name}`.toLowerCase(),
      actor,
      entry,
      startedAt: startedAt.toISOString(),
      durationMs: parts.clock().getTime() - startedAt.getTime(),
      outcome: result.outcome,
      reason: 'reason' in result ? parts.redact(result.reason) : null,
      gaps: result.gaps,
      usage: result.usage,
      steps: result.steps,
    });
  } catch (error) {
    parts.logger.error('A trace could not be kept', { runId, ...errorFields(error) });
  }
}
