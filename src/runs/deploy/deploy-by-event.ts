import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import type { DeploymentFacts } from '../../contracts/gate.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { decideDeployment } from '../../policies/index.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { DeployAsk } from './deploy-ask.ts';
import { isCancelled } from './deploy-saga.ts';
import { checksKey } from './deploy-triggers.ts';
import { planDeployment } from './plan-deployment.ts';
import { runDeployment } from './run-deployment.ts';

type ByEvent = Extract<Task, { kind: 'deploy-by-event' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/** How often checks are looked at, and how long they are waited for at most, milliseconds. */
const lookAgainMs = 60_000;
const waitsAtMostMs = 2 * 3_600_000;
/** Checks may take this long to appear on a new commit, milliseconds. */
const appearWithinMs = 120_000;
const settledStep = 'checks-settled';

/**
 * One deployment that `deploy.on` asks for. A merge is deployed when its own checks have ended, since they only begin
 * with it; what the gates then say is shown on the pull request.
 */
export async function deployByEvent(
  context: RunContext,
  task: ByEvent,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const ask = askOf(context, task);
  if (task.event === 'merge' && context.recall(settledStep) === undefined) {
    if (!isCancelled(context) && (await mustWait(context, task, ask, parts))) {
      await parts.store.wakes.set({
        runId: context.request.id,
        repository: repositoryKey(task.repository),
        keys: [checksKey(task.sha)],
      });
      return { kind: 'waiting', delayMs: lookAgainMs };
    }
    await context.step(settledStep, async () => true);
  }
  return await runDeployment(context, ask, parts);
}

function askOf({ request }: RunContext, task: ByEvent): DeployAsk {
  const { repository, installationId, event, environment, pullRequest, sha, branch, at } = task;
  const isMerge = event === 'merge';
  return {
    repository,
    installationId,
    cause: event,
    environment,
    // What a merge deploys is a commit of the branch, and shown where people look.
    pullRequest: isMerge ? null : pullRequest,
    issue: pullRequest,
    commentId: null,
    namedSha: isMerge ? undefined : sha,
    fixed: isMerge ? { sha, ref: branch, parameters: {} } : undefined,
    parameters: {},
    dryRun: false,
    actor: request.actor.login,
    trigger: 'event',
    askedAt: at,
  };
}

/** Whether the checks of a merge have not ended, as far as the environment asks for them. */
async function mustWait(
  context: RunContext,
  task: ByEvent,
  ask: DeployAsk,
  parts: RunParts,
): Promise<boolean> {
  const elapsedMs = parts.now().getTime() - Date.parse(context.request.receivedAt);
  if (elapsedMs > waitsAtMostMs) return false;
  const clients = await parts.deploy.clientsFor(task.installationId, task.repository);
  const planning = await planDeployment(ask, clients, parts);
  if (planning.kind === 'refused') return false;
  const { environment, freeze } = planning.plan;
  if (environment.gates.checks === 'none') return false;
  const reading = await clients.gates.branchChange(task.sha, [task.branch], {
    requiredChecks: environment.gates.checks === 'required',
    behind: false,
    earlier: [],
  });
  const facts: DeploymentFacts = {
    request: {
      runId: context.request.id,
      operation: 'deploy',
      trigger: 'event',
      environment: environment.name,
      now: parts.now().toISOString(),
      pullRequest: null,
      sha: task.sha,
      namedSha: null,
      askedAt: task.at,
      recordedHead: null,
    },
    change: reading.change,
  };
  const { gates } = decideDeployment(facts, { environment, freeze });
  const checks = gates.find(({ gate }) => gate === 'checks');
  const code = checks?.verdict === 'refuse' ? checks.code : undefined;
  if (code === 'checks-pending' || code === 'checks-missing') return true;
  const { checks: read } = reading.change;
  const hasNone = read.kind === 'known' && read.value.reported.length === 0;
  return hasNone && elapsedMs < appearWithinMs;
}
