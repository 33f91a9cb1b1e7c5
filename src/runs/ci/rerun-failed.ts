import type { FailureCategory } from '../../contracts/diagnosis.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { CiFailure } from '../../contracts/store.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { CiTask } from './explain-ci.ts';

/** Kinds of failure that have nothing to do with the code. */
const passing: readonly FailureCategory[] = [
  'network',
  'rate-limit',
  'infrastructure',
  'runner-lost',
  'flaky',
];

/**
 * Lets the failed jobs run again, once per commit and workflow, when every failure is known and none of them is the
 * code's: a network, a service or a runner that gave out, or tests that have failed and passed on one commit before.
 */
export async function rerunFailed(
  context: RunContext,
  task: CiTask & { readonly pullRequest: number },
  parts: RunParts,
): Promise<boolean> {
  if (task.source !== 'workflow' || task.attempt > 1) return false;
  const repository = repositoryKey(task.repository);
  const isWorth = await context.step('worth-a-rerun', async () => {
    const open = await parts.store.ci.open({ repository, pullRequest: task.pullRequest });
    const failure = open.find(({ runId }) => runId === task.workflowRun);
    if (failure === undefined || !mayPass(failure)) return false;
    const conversation = await (await parts.clientFor(task.installationId, task.repository)).conversation(
      task.pullRequest,
    );
    if (conversation.headSha !== task.headSha) return false;
    const client = await parts.ci.clientFor(task.installationId, task.repository);
    return !(await client.wasRerun(task.workflowRun));
  });
  if (!isWorth) return false;
  await context.effect('rerun-failed', {
    perform: async () => {
      const client = await parts.ci.rerunClientFor(task.installationId, task.repository);
      await client.rerunFailedJobs(task.workflowRun);
      return true;
    },
    reconcile: async () => {
      const client = await parts.ci.clientFor(task.installationId, task.repository);
      return (await client.wasRerun(task.workflowRun)) || undefined;
    },
  });
  await context.step('audit-rerun', async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository,
      actor: context.request.actor.login,
      action: 'ci.rerun-failed',
      details: { pullRequest: task.pullRequest, workflowRun: task.workflowRun },
    });
    return true;
  });
  return true;
}

/** A log that does not say why speaks against it; tests that are known to be flaky do not. */
function mayPass({ failures, gaps }: CiFailure): boolean {
  return (
    failures.length > 0 && gaps.length === 0 && failures.every(({ category }) => passing.includes(category))
  );
}
