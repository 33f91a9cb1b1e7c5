import type { PendingApproval } from '../contracts/agent.ts';
import type {
  WorkflowDefinition,
  WorkflowGroup,
  WorkflowResult,
  WorkflowStep,
  WorkflowStepResult,
  WorkflowValue,
} from '../contracts/workflow.ts';
import { truth } from './expression/evaluate.ts';
import { ExpressionError, type Value } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import { nameOf, runStep } from './run-step.ts';
import { fillTemplate, parseTemplate } from './template.ts';
import { mergeUsage, totalOf } from './usage.ts';
import type { WorkflowOptions, WorkflowParts, WorkflowRequest } from './workflow-run.ts';

/** How far a workflow has come. */
type Progress = {
  readonly definition: WorkflowDefinition;
  readonly request: WorkflowRequest;
  readonly options: WorkflowOptions;
  readonly parts: WorkflowParts;
  readonly results: WorkflowStepResult[];
  readonly approvals: PendingApproval[];
  end: Pick<WorkflowResult, 'outcome' | 'reason'> | undefined;
};

/**
 * Carries out a workflow: its steps from top to bottom, those of a group at the same time, each only if its condition
 * holds. The same request with the same journal repeats nothing, which is how it goes on after a crash or an approval.
 * Its time limit counts work, not waiting for people.
 *
 * @throws what the journal throws: the run is then lost to another worker or its process stops.
 */
export async function runWorkflow(
  definition: WorkflowDefinition,
  request: WorkflowRequest,
  options: WorkflowOptions,
  parts: WorkflowParts,
): Promise<WorkflowResult> {
  const startedAt = parts.now();
  const timeout = AbortSignal.timeout(definition.limits.seconds * 1_000);
  const signal = AbortSignal.any([options.signal, timeout]);
  const progress: Progress = {
    definition,
    request,
    options: { ...options, signal },
    parts,
    results: [],
    approvals: [],
    end: undefined,
  };
  for (const entry of definition.steps) {
    const ended = await runEntry(entry, progress);
    for (const result of ended) {
      progress.results.push(result);
      options.onStep?.(result);
    }
    progress.end ??= endAfter(entry, ended, progress, timeout);
  }
  return {
    workflow: definition.name,
    ...(progress.end ?? { outcome: 'completed', reason: undefined }),
    steps: progress.results,
    outputs: outputsOf(progress),
    durationMs: Math.round(parts.now() - startedAt),
    usage: mergeUsage(progress.results.flatMap(({ usage }) => usage)),
    approvals: progress.approvals,
  };
}

async function runEntry(
  entry: WorkflowStep | WorkflowGroup,
  progress: Progress,
): Promise<readonly WorkflowStepResult[]> {
  const steps = entry.kind === 'step' ? [entry] : entry.steps;
  if (progress.end !== undefined) return steps.map(step => notRun(step, 'skipped', 'the workflow had ended'));
  if (entry.kind === 'parallel' && entry.condition !== undefined) {
    const gate = holds(entry.condition, progress);
    if (gate !== true) return steps.map(step => notRun(step, gate.status, gate.reason));
  }
  const used = totalOf(progress.results.flatMap(({ usage }) => usage));
  const { limits } = progress.definition;
  const share = {
    tokens: Math.floor((limits.tokens - used.tokens) / steps.length),
    costUsd: (limits.costUsd - used.costUsd) / steps.length,
  };
  const asksModel = steps.some(({ work }) => work.kind === 'agent');
  if (asksModel && (share.tokens < 1 || (share.costUsd <= 0 && limits.costUsd > 0)))
    return steps.map(step => notRun(step, 'incomplete', "the workflow's limits are used up"));
  const { request, options, parts, definition } = progress;
  const ends = await Promise.all(
    steps.map(step =>
      runStep({ step, request, options, parts, share, scope: scopeOf(progress), maxRisk: definition.role }),
    ),
  );
  progress.approvals.push(...ends.flatMap(({ approvals }) => approvals));
  return ends.map(({ result }) => result);
}

/** Undefined while the workflow goes on. */
function endAfter(
  entry: WorkflowStep | WorkflowGroup,
  results: readonly WorkflowStepResult[],
  { options }: Progress,
  timeout: AbortSignal,
): Progress['end'] {
  if (timeout.aborted) return { outcome: 'incomplete', reason: "the workflow's time was used up" };
  if (options.signal.aborted) return { outcome: 'cancelled', reason: 'the workflow was cancelled' };
  const steps = entry.kind === 'step' ? [entry] : entry.steps;
  const failed = results.find(
    ({ id, status }) =>
      ['failed', 'refused', 'incomplete', 'cancelled'].includes(status) &&
      steps.find(step => step.id === id)?.onFailure.action === 'stop',
  );
  if (failed !== undefined) {
    const outcome =
      failed.status === 'incomplete' || failed.status === 'cancelled' ? failed.status : 'failed';
    return { outcome, reason: `the step ${failed.id} ended as ${failed.status}: ${failed.reason}` };
  }
  const waiting = results.filter(({ status }) => status === 'awaiting-approval').map(({ id }) => id);
  if (waiting.length === 0) return undefined;
  return { outcome: 'awaiting-approval', reason: `waits for a person: ${waiting.join(', ')}` };
}

function holds(
  condition: string,
  progress: Progress,
): true | { readonly status: 'skipped' | 'failed'; readonly reason: string } {
  try {
    if (truth(parseExpression(condition), scopeOf(progress))) return true;
    return { status: 'skipped', reason: 'the condition of its group did not hold' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return {
      status: 'failed',
      reason: `the condition of its group could not be worked out: it ${error.message}`,
    };
  }
}

function notRun(
  step: WorkflowStep,
  status: 'skipped' | 'failed' | 'incomplete',
  reason: string,
): WorkflowStepResult {
  const { id, work } = step;
  return {
    id,
    kind: work.kind,
    name: nameOf(work),
    status,
    reason,
    output: null,
    attempts: 0,
    durationMs: 0,
    usage: [],
  };
}

function scopeOf({ request, results }: Progress): { readonly [name: string]: Value } {
  const { actor, repository, pullRequest, issue, environment, region } = request.context;
  return {
    inputs: request.inputs,
    steps: Object.fromEntries(
      results.map(({ id, output, status, reason }) => [id, { output, status, reason }]),
    ),
    context: {
      actor,
      repository: repository === undefined ? null : `${repository.owner}/${repository.name}`,
      'pull-request': pullRequest ?? null,
      issue: issue ?? null,
      environment: environment ?? null,
      region: region ?? null,
    },
  };
}

/** What cannot be worked out, because its step was skipped or failed, is null. */
function outputsOf(progress: Progress): Readonly<Record<string, WorkflowValue>> {
  const scope = scopeOf(progress);
  const valueOf = (template: string): WorkflowValue => {
    try {
      return fillTemplate(parseTemplate(template), scope) as WorkflowValue;
    } catch (error) {
      if (error instanceof ExpressionError) return null;
      throw error;
    }
  };
  return Object.fromEntries(
    Object.entries(progress.definition.outputs).map(([name, template]) => [name, valueOf(template)]),
  );
}
