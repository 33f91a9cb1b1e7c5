import { z } from 'zod';
import type { AgentMaterial, AgentRunResult, ModelUsage, PendingApproval } from '../contracts/agent.ts';
import type { ToolResult } from '../contracts/tool.ts';
import { type WorkflowStepResult, type WorkflowValue, type WorkflowWork } from '../contracts/workflow.ts';
import { evaluate, truth } from './expression/evaluate.ts';
import { ExpressionError, referencesIn, type Value } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import { asText, fillTemplate, parseTemplate } from './template.ts';
import { mergeUsage } from './usage.ts';
import type { StepEnd, StepRun } from './workflow-run.ts';

/** What one attempt at a step came to. */
type Attempt = Pick<WorkflowStepResult, 'status' | 'reason' | 'output' | 'usage'> & {
  readonly approvals: readonly PendingApproval[];
};

/**
 * Carries out one step: its condition, its work, its retries. A result is journalled once it is final, so that a
 * resumed workflow shows the durations and outputs of the first time.
 */
export async function runStep(run: StepRun): Promise<StepEnd> {
  const { step, options, parts } = run;
  const startedAt = parts.now();
  const condition = conditionOf(run);
  let attempt: Attempt | undefined = condition;
  let attempts = 0;
  const usage: ModelUsage[] = [];
  while (attempt === undefined || mayRetry(attempt, attempts, run)) {
    attempts += 1;
    attempt = await attemptOf(run, attempts);
    usage.push(...attempt.usage);
  }
  const { approvals, ...ended } = attempt;
  const result: WorkflowStepResult = {
    ...ended,
    id: step.id,
    kind: step.work.kind,
    name: nameOf(step.work),
    attempts,
    durationMs: Math.round(parts.now() - startedAt),
    usage: mergeUsage(usage),
  };
  const isFinal = result.status !== 'awaiting-approval' && result.status !== 'cancelled';
  const kept = isFinal
    ? await options.journal.step(`workflow/${step.id}/result`, async () => result)
    : result;
  return { result: kept, approvals };
}

/** The agent's or the tool's name. */
export function nameOf(work: WorkflowWork): string {
  return work.kind === 'agent' ? work.agent : work.tool;
}

/** Undefined when the step is to be carried out. */
function conditionOf({ step, scope }: StepRun): Attempt | undefined {
  if (step.condition === undefined) return undefined;
  try {
    return truth(parseExpression(step.condition), scope)
      ? undefined
      : without('skipped', 'its condition did not hold');
  } catch (error) {
    return failedExpression(error, 'its condition');
  }
}

function mayRetry({ status }: Attempt, attempts: number, { step, options }: StepRun): boolean {
  const failed = status === 'failed' || status === 'incomplete';
  // A condition that cannot be carried out fails without an attempt, and would again.
  return failed && attempts > 0 && attempts <= step.onFailure.retries && !options.signal.aborted;
}

async function attemptOf(run: StepRun, attempt: number): Promise<Attempt> {
  if (run.options.signal.aborted) return without('cancelled', 'the workflow was cancelled');
  const { work } = run.step;
  try {
    return work.kind === 'agent' ? await askAgent(run, work, attempt) : await callTool(run, work, attempt);
  } catch (error) {
    return failedExpression(error, work.kind === 'agent' ? 'its input' : 'its parameters');
  }
}

async function askAgent(
  { step, request, options, parts, share, scope }: StepRun,
  work: Extract<WorkflowWork, { kind: 'agent' }>,
  attempt: number,
): Promise<Attempt> {
  const { input, material } = questionOf(work.input, scope);
  const result = await parts.runAgent(
    {
      agent: work.agent,
      step: `workflow/${step.id}/${attempt}`,
      input,
      material,
      context: request.context,
      limits: { tokens: share.tokens, costUsd: share.costUsd },
      dryRun: request.dryRun,
    },
    {
      signal: options.signal,
      journal: options.journal,
      approvals: options.approvals,
    },
  );
  return fromAgent(result);
}

/**
 * What the agent is asked: the file's words and the person's inputs. Results of earlier steps are named in it and laid
 * beside it as material, because they hold what agents and tools read elsewhere.
 */
function questionOf(
  text: string,
  scope: StepRun['scope'],
): { readonly input: string; readonly material: readonly AgentMaterial[] } {
  const material: AgentMaterial[] = [];
  const input = parseTemplate(text).map(part => {
    if (typeof part === 'string') return part;
    const value = asText(evaluate(part.expression, scope));
    if (referencesIn(part.expression).every(({ path }) => path[0] !== 'steps')) return value;
    const label = `result ${part.source}`;
    if (!material.some(known => known.label === label)) material.push({ label, text: value });
    return `[${label}]`;
  });
  return { input: input.join(''), material };
}

function fromAgent(result: AgentRunResult): Attempt {
  const { usage } = result;
  const base = { usage, output: null, approvals: [] };
  switch (result.outcome) {
    case 'completed':
      return { ...base, status: 'succeeded', reason: null, output: toJson(result.output) };
    case 'incomplete':
      return { ...base, status: 'incomplete', reason: result.reason, output: toJson(result.output) };
    case 'refused':
    case 'failed':
      return { ...base, status: result.outcome, reason: result.reason };
    case 'cancelled':
      return { ...base, status: 'cancelled', reason: 'it was cancelled' };
    case 'awaiting-approval':
      return {
        ...base,
        status: 'awaiting-approval',
        reason: 'it waits for an approval',
        approvals: result.approvals,
      };
  }
}

async function callTool(
  { step, request, options, parts, scope, maxRisk }: StepRun,
  work: Extract<WorkflowWork, { kind: 'tool' }>,
  attempt: number,
): Promise<Attempt> {
  const tool = parts.tools.find(work.tool);
  if (tool === undefined) return without('failed', `there is no tool ${work.tool}`);
  const result = await parts.tools.invoke({
    tool,
    input: filled(work.parameters, scope),
    access: { caller: 'workflow', tools: [work.tool], maxRisk },
    context: request.context,
    guards: parts.guards,
    approvals: options.approvals,
    journal: options.journal,
    step: `workflow/${step.id}/${attempt}`,
    dryRun: request.dryRun,
    signal: options.signal,
  });
  const rejection =
    result.kind === 'needs-approval' ? await options.approvals.rejection(result.digest) : undefined;
  if (rejection !== undefined) return without('refused', `${rejection.by} rejected it: ${rejection.reason}`);
  return fromTool(result, { tool: work.tool, risk: tool.risk, callId: `workflow/${step.id}` });
}

function filled(value: WorkflowValue, scope: StepRun['scope']): Value {
  if (typeof value === 'string') return fillTemplate(parseTemplate(value), scope);
  if (Array.isArray(value)) return value.map(entry => filled(entry, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, filled(entry, scope)]));
}

function fromTool(
  result: ToolResult,
  call: { readonly tool: string; readonly risk: StepRun['maxRisk']; readonly callId: string },
): Attempt {
  switch (result.kind) {
    case 'ok':
      return { ...without('succeeded', null), output: toJson(result.value) };
    case 'would':
      return { ...without('succeeded', null), output: toJson({ dryRun: result.plan.summary }) };
    case 'needs-approval': {
      const approval = { ...call, agent: 'workflow', plan: result.plan.summary, digest: result.digest };
      return { ...without('awaiting-approval', 'it waits for an approval'), approvals: [approval] };
    }
    case 'refused':
    case 'stopped':
      return without('refused', result.message);
    case 'failed':
      return without('failed', result.message);
  }
}

function without(status: WorkflowStepResult['status'], reason: string | null): Attempt {
  return { status, reason, output: null, usage: [], approvals: [] };
}

function failedExpression(error: unknown, what: string): Attempt {
  if (!(error instanceof ExpressionError)) throw error;
  return without('failed', `${what} could not be worked out: it ${error.message}`);
}

/** What came back as JSON; what is none counts as nothing. */
function toJson(value: unknown): WorkflowValue {
  const parsed = z.json().safeParse(value);
  return parsed.success ? parsed.data : null;
}
