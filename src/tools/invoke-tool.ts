import type { DevOpsContext } from '../contracts/context.ts';
import type { RunContext } from '../contracts/engine.ts';
import type { AuditEntry } from '../contracts/store.ts';
import type {
  Tool,
  ToolAccess,
  ToolAnswer,
  ToolApprovals,
  ToolCall,
  ToolEvidence,
  ToolGuard,
  ToolPlan,
  ToolResult,
  ToolTerminal,
} from '../contracts/tool.ts';
import { AppError } from '../errors.ts';
import { checkToolInput, checkToolOutput } from './check-guards.ts';
import { limitResult } from './limit-result.ts';
import { mapTexts } from './map-texts.ts';
import { parseToolInput } from './parse-input.ts';
import { planDigest } from './plan-digest.ts';
import { accessRefusal } from './tool-access.ts';

/** What every call passes through, the same for agents, workflows, the terminal and MCP clients. */
export type ToolPorts = {
  readonly guards: readonly ToolGuard[];
  readonly approvals: ToolApprovals;
  /** Remembers results and effects across crashes; undefined where nothing is kept (terminal, Action). */
  readonly journal: Pick<RunContext, 'step' | 'effect'> | undefined;
  /** Appends a line about a change, a refusal or an approval. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Masks secrets that a text holds. */
  readonly redact: (text: string) => string;
  readonly now: () => Date;
};

/** One call. */
export type ToolRequest = {
  readonly tool: Tool;
  /** The parameters as they were sent: a value or JSON text. */
  readonly input: unknown;
  readonly access: ToolAccess;
  readonly context: DevOpsContext;
  readonly signal: AbortSignal;
  /** Unique within the run and the same after a crash: the model's call id, a workflow step's name. */
  readonly step: string;
  /** Say what would happen and change nothing; reads are carried out. Default: false. */
  readonly dryRun?: boolean;
  /** Given where a person calls a tool themselves; see `ToolCall`. */
  readonly terminal?: ToolTerminal | undefined;
};

/** Whether a call may go ahead. `needs-approval` is decided again when it does: this takes no approval. */
export type ToolReview =
  | {
      readonly kind: 'ready';
      readonly input: Readonly<Record<string, unknown>>;
      readonly plan: ToolPlan | undefined;
      readonly digest: string | undefined;
    }
  | Exclude<ToolResult, { readonly kind: 'ok' | 'would' | 'needs-approval' }>;

/**
 * The one way to call a tool: access, parameters, guardrails, plan, approval, time limit, journal, masking, size
 * limit and audit, in this order. What a tool, a service or a caller does wrong is a result.
 *
 * @throws the signal's reason when the run is cancelled or its process stops.
 */
export async function invokeTool(request: ToolRequest, ports: ToolPorts): Promise<ToolResult> {
  const result = await guardedCall(request, ports);
  await audit(request, ports, result);
  return result;
}

async function guardedCall(request: ToolRequest, ports: ToolPorts): Promise<ToolResult> {
  const { context, step } = request;
  const review = await reviewToolCall(request, ports);
  if (review.kind !== 'ready') return review;
  const { input, plan, digest } = review;
  if (plan !== undefined && request.dryRun === true) return { kind: 'would', plan };
  let approvedBy: string | undefined;
  if (plan !== undefined && digest !== undefined) {
    const taken = await ports.approvals.take({
      digest,
      idempotencyKey: `${context.runId}:${stepName(step)}`,
    });
    if (taken === undefined) return { kind: 'needs-approval', plan, digest };
    approvedBy = taken.by;
    await ports.audit(entryOf(request, ports, 'tool.approved', { digest, by: approvedBy }));
  }
  const answer = await perform({ request, ports, input, digest, approvedBy });
  if (answer.kind !== 'ok') return answer;
  const checked = await checkToolOutput(request, ports.guards, answer.value);
  return checked ?? answer;
}

/**
 * Everything before the act: whether the caller may, whether the parameters parse, what the guardrails say, and the
 * plan of a change. Only reads, so that it can run before a person is asked.
 */
export async function reviewToolCall(request: ToolRequest, ports: ToolPorts): Promise<ToolReview> {
  const { tool, access, context } = request;
  const denied = accessRefusal(tool, access);
  if (denied !== undefined) return denied;
  const parsed = parseToolInput(tool, request.input);
  if (parsed.kind === 'refused') return parsed;
  const { input } = parsed;
  const objection = await checkToolInput(request, ports.guards, input);
  if (objection !== undefined) return objection;
  if (tool.risk === 'read') return { kind: 'ready', input, plan: undefined, digest: undefined };
  // Kept in the journal: after a crash that followed the act, what is there now is no longer what was approved.
  const planned = await keep(ports, `${stepName(request.step)}:plan`, () => makePlan(request, input));
  if (planned.kind !== 'plan') return planned;
  const digest =
    tool.risk === 'destructive' || tool.needsApproval === true
      ? planDigest({ tool, input, context, plan: planned })
      : undefined;
  return { kind: 'ready', input, plan: planned, digest };
}

type Failure = Exclude<ToolReview, { readonly kind: 'ready' }>;

async function makePlan(
  request: ToolRequest,
  input: Readonly<Record<string, unknown>>,
): Promise<ToolPlan | Failure> {
  const { tool } = request;
  if (tool.plan === undefined) {
    throw new AppError({
      code: 'tool-without-plan',
      publicMessage: `${tool.name} changes things and has no plan.`,
    });
  }
  const plan = (call: ToolCall) => tool.plan?.(input, call) ?? neverPlanned(tool.name);
  return await attempt(request, plan, { isAct: false });
}

function neverPlanned(name: string): never {
  throw new AppError({ code: 'tool-without-plan', publicMessage: `${name} has no plan.` });
}

type Performance = {
  readonly request: ToolRequest;
  readonly ports: ToolPorts;
  readonly input: Readonly<Record<string, unknown>>;
  readonly digest: string | undefined;
  readonly approvedBy: string | undefined;
};

/** What may be kept in the journal as the outcome of a call. */
type Kept = ToolAnswer | Failure;

async function perform(performance: Performance): Promise<Kept> {
  const { request, ports, input, approvedBy } = performance;
  const { tool, context } = request;
  const name = stepName(request.step);
  if (tool.risk === 'read')
    return await keep(ports, name, async () => settle(performance, await act(request, input, {})));
  let wasInterrupted = false;
  const carryOut = async (idempotencyKey: string): Promise<Kept> => {
    const moved = await movedSince(performance);
    // After an interrupted attempt, what has changed may be that attempt's own doing.
    if (moved !== undefined)
      return wasInterrupted && moved.kind === 'refused' ? interrupted(tool, moved.message) : moved;
    return settle(performance, await act(request, input, { idempotencyKey, approvedBy }));
  };
  try {
    if (ports.journal === undefined) return await orThrowInDoubt(carryOut(`${context.runId}:${name}`));
    return await ports.journal.effect<Kept>(name, {
      perform: async idempotencyKey => await orThrowInDoubt(carryOut(idempotencyKey)),
      reconcile: async idempotencyKey => {
        wasInterrupted = true;
        const found = await reconcile(performance, idempotencyKey);
        return found && (await orThrowInDoubt(Promise.resolve(found)));
      },
    });
  } catch (error) {
    if (error instanceof InDoubt) return error.failure;
    throw error;
  }
}

/** A change whose outcome is unknown must not be journalled as done, so that a resumed run looks for it. */
class InDoubt extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('The outcome of a tool call is unknown.');
    this.failure = failure;
  }
}

async function orThrowInDoubt(answer: Promise<Kept>): Promise<Kept> {
  const settled = await answer;
  if (settled.kind === 'failed' && settled.inDoubt) throw new InDoubt(settled);
  return settled;
}

/** An approved plan is acted on only while what it was made from is still there. */
async function movedSince({ request, input, digest }: Performance): Promise<Failure | undefined> {
  if (digest === undefined) return undefined;
  const plan = await makePlan(request, input);
  if (plan.kind !== 'plan') return plan;
  if (planDigest({ tool: request.tool, input, context: request.context, plan }) === digest) return undefined;
  return {
    kind: 'refused',
    code: 'changed-since-approval',
    message: `${request.tool.name}: what the approval was given for has changed since, so nothing was done. Ask again.`,
  };
}

async function reconcile(performance: Performance, idempotencyKey: string): Promise<Kept | undefined> {
  const { request, input } = performance;
  const { tool } = request;
  if (tool.reconcile === undefined) return tool.idempotent ? undefined : interrupted(tool);
  const found = await attempt(request, async call => await tool.reconcile?.(input, call), { idempotencyKey });
  if (found === undefined) return undefined;
  return settle(performance, found.kind === 'refused' ? interrupted(tool, found.message) : found);
}

function interrupted(tool: Tool, found?: string): Failure {
  const why =
    found === undefined ? 'cannot be looked up' : `cannot be told from what is there now (${found})`;
  return {
    kind: 'failed',
    code: 'in-doubt',
    message: `${tool.name} was interrupted and ${why}: it may have happened. It was not repeated; look and decide.`,
    retryable: false,
    inDoubt: true,
  };
}

/** What a call is told of the run that makes it. */
type CallFacts = {
  readonly idempotencyKey?: string;
  readonly approvedBy?: string | undefined;
  /** Whether it changes something, so that a failure leaves open what happened. Default: for all but reads. */
  readonly isAct?: boolean;
};

async function act(
  request: ToolRequest,
  input: Readonly<Record<string, unknown>>,
  facts: CallFacts,
): Promise<Kept> {
  return await attempt(request, call => request.tool.handle(input, call), facts);
}

/** Masks and cuts before anything is kept or shown. */
function settle({ request, ports }: Performance, answer: Kept): Kept {
  const left = answer.kind === 'ok' || answer.kind === 'refused' ? answer.evidence : undefined;
  const evidence = left && { evidence: mapTexts(left, ports.redact) as ToolEvidence };
  if (answer.kind !== 'ok') return { ...answer, message: ports.redact(answer.message), ...evidence };
  const limited = limitResult(mapTexts(answer.value, ports.redact), request.tool.maxResultBytes);
  const cuts = [answer.cut, limited.cut].filter(cut => cut !== undefined);
  return {
    kind: 'ok',
    value: limited.value,
    ...(cuts.length > 0 && { cut: cuts.join('; ') }),
    ...evidence,
  };
}

/** Runs one of a tool's methods within its time limit; what it throws becomes a failure with a safe sentence. */
async function attempt<Answer>(
  request: ToolRequest,
  run: (call: ToolCall) => Promise<Answer>,
  facts: CallFacts = {},
): Promise<Answer | Failure> {
  const { tool, context, terminal } = request;
  const { idempotencyKey = `${context.runId}:${stepName(request.step)}`, approvedBy } = facts;
  const isAct = facts.isAct ?? tool.risk !== 'read';
  const limit = AbortSignal.timeout(tool.timeoutMs);
  const signal = AbortSignal.any([request.signal, limit]);
  try {
    signal.throwIfAborted();
    return await orAborted(run({ context, signal, idempotencyKey, approvedBy, terminal }), signal);
  } catch (error) {
    // Nothing is journalled for a cancelled run or a process that stops: the call is made again on resume.
    if (request.signal.aborted) throw error;
    const failed = (failure: Omit<Failure & { kind: 'failed' }, 'kind'>): Failure => ({
      kind: 'failed',
      ...failure,
      message: failure.inDoubt ? `${failure.message} It may have happened all the same.` : failure.message,
    });
    const unexpected = (code: string, what: string): Failure =>
      failed({ code, message: `${tool.name}: ${what}.`, retryable: false, inDoubt: isAct });
    if (limit.aborted) return unexpected('timed-out', `no answer within ${tool.timeoutMs / 1000} s`);
    // Name only: a foreign error's message and state can carry credentials.
    if (!(error instanceof AppError))
      return unexpected('tool-failed', `unexpected ${error instanceof Error ? error.name : 'error'}`);
    const { code, publicMessage: message, retryable } = error;
    return failed({ code, message, retryable, inDoubt: isAct && retryable });
  }
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // A handler that ignores its signal must not hold the run; its late failure is nobody's.
  promise.catch(() => undefined);
  return await Promise.race([
    promise,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

async function keep<T>(ports: ToolPorts, name: string, perform: () => Promise<T>): Promise<T> {
  return ports.journal === undefined ? await perform() : await ports.journal.step(name, perform);
}

function stepName(step: string): string {
  return `tool:${step}`;
}

/** One line for every change and every refusal; reads that succeed leave none. */
async function audit(request: ToolRequest, ports: ToolPorts, result: ToolResult): Promise<void> {
  if (request.tool.risk === 'read' && result.kind === 'ok') return;
  const code = 'code' in result ? result.code : null;
  const digest = 'digest' in result ? result.digest : null;
  const left = result.kind === 'ok' || result.kind === 'refused' ? result.evidence : undefined;
  const evidence = left === undefined ? {} : shown(left);
  await ports.audit(entryOf(request, ports, `tool.${result.kind}`, { code, digest, ...evidence }));
}

/** Longest before- or after-state of an audit line, characters. */
const maxStateLength = 4_000;

function shown({ requests, before, after, verified }: ToolEvidence): AuditEntry['details'] {
  const state = (value: unknown): string | null =>
    value === undefined ? null : JSON.stringify(value).slice(0, maxStateLength);
  return {
    requests: requests.map(({ action, requestId }) => `${action} ${requestId}`).join(', '),
    before: state(before),
    after: state(after),
    ...(verified !== undefined && { verified }),
  };
}

function entryOf(
  { tool, context, access, step }: ToolRequest,
  ports: ToolPorts,
  action: string,
  details: AuditEntry['details'],
): AuditEntry {
  const { repository, runId, actor } = context;
  return {
    at: ports.now().toISOString(),
    runId,
    repository: repository === undefined ? '' : `${repository.owner}/${repository.name}`.toLowerCase(),
    actor,
    action,
    details: { tool: tool.name, risk: tool.risk, caller: access.caller, step, ...details },
  };
}
