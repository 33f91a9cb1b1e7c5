import type { Failure } from '../../contracts/diagnosis.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import type { CiFailure } from '../../contracts/store.ts';
import { advice } from '../../diagnosis/advice.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { adviseCi } from './advise-ci.ts';
import { ciSettings } from './ci-settings.ts';
import { diagnoseCheck } from './diagnose-check.ts';
import { diagnoseRun, remembered } from './diagnose-run.ts';
import { publishCi } from './publish-ci.ts';
import { rerunFailed } from './rerun-failed.ts';

/** Flaky tests that are looked at. */
const maxFlaky = 500;

export type CiTask = Extract<Task, { kind: 'ci' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/** A workflow ended: remembers what it came to, and tells the pull request when that changes what is to be said. */
export async function explainCi(context: RunContext, task: CiTask, parts: RunParts): Promise<void> {
  const repository = repositoryKey(task.repository);
  const { workflow, headSha } = task;
  await context.step('count', async () => {
    await parts.store.ci.ran({ repository, workflow });
    return true;
  });
  if (task.onDefaultBranch) {
    await onDefaultBranch(context, task, parts);
    return;
  }
  if (task.outcome === 'passed') {
    // Green runs cost no call unless something was said that is no longer true.
    const numbers = task.pullRequest === null ? await openOn(task, parts) : [task.pullRequest];
    for (const pullRequest of numbers) {
      const key = { repository, workflow, pullRequest, headSha, runId: task.workflowRun };
      const closed = await context.step(
        `passed-${pullRequest}`,
        async () => (await parts.store.ci.passed(key)) ?? null,
      );
      if (closed !== null) await publishCi(context, { ...task, pullRequest }, parts);
    }
    return;
  }
  const pullRequest = await context.step('pull-request', async () => {
    if (task.pullRequest !== null) return task.pullRequest;
    const client = await parts.ci.clientFor(task.installationId, task.repository);
    return (await client.pullRequestsOf(headSha))[0] ?? null;
  });
  if (pullRequest === null) return;
  const settings = await ciSettings(context, task, parts);
  if (task.source === 'check' && !settings.externalChecks) return;
  await context.step('failed', () => rememberFailure(task, pullRequest, parts));
  if (settings.rerunFailed === 'once' && (await rerunFailed(context, { ...task, pullRequest }, parts)))
    await context.step('failed-again', () => noteRerun(task, pullRequest, parts));
  await publishCi(context, { ...task, pullRequest }, parts);
  // What is known is said first; a model may take its time, or fail.
  if (await adviseCi(context, { task: { ...task, pullRequest }, settings }, parts))
    await publishCi(context, { ...task, pullRequest, again: true }, parts);
}

/** Failures of the default branch are remembered, so that a pull request is not blamed for them. */
async function onDefaultBranch(context: RunContext, task: CiTask, parts: RunParts): Promise<void> {
  const { workflow, headSha, workflowRun: runId } = task;
  const key = { repository: repositoryKey(task.repository), workflow, pullRequest: 0 };
  await context.step('default-branch', async () => {
    if (task.outcome === 'passed') await parts.store.ci.passed({ ...key, headSha, runId });
    else await rememberFailure(task, 0, parts);
    return true;
  });
}

/** Reads the logs of a failed run and remembers why it failed; 0 stands for the default branch. */
export async function rememberFailure(task: CiTask, pullRequest: number, parts: RunParts): Promise<true> {
  const { redact } = parts.ci;
  const client = await parts.ci.clientFor(task.installationId, task.repository);
  const { failures, gaps } =
    task.source === 'check'
      ? await diagnoseCheck(await client.readCheck(task.workflowRun), redact)
      : await diagnoseRun(client, task.workflowRun, redact);
  const key = { repository: repositoryKey(task.repository), pullRequest };
  const known = (await parts.store.ci.open(key)).find(({ workflow }) => workflow === task.workflow);
  const isExplained =
    known?.headSha === task.headSha &&
    failures.some(({ fingerprint }) => fingerprint === known.advice?.fingerprint);
  await parts.store.ci.failed({
    ...key,
    workflow: task.workflow,
    headSha: task.headSha,
    source: task.source,
    runId: task.workflowRun,
    attempt: task.attempt,
    rerun: false,
    // An explanation of the same failure of the same commit is not paid for twice.
    advice: isExplained ? known.advice : null,
    failures: await withFlaky(remembered(failures), task, parts),
    gaps: gaps.slice(0, 20),
  });
  return true;
}

/** A failure of nothing but tests that are known to be flaky in the workflow is called so. */
async function withFlaky(
  failures: readonly Failure[],
  task: CiTask,
  parts: RunParts,
): Promise<readonly Failure[]> {
  if (!failures.some(({ category }) => category === 'test')) return failures;
  const flaky = await parts.store.ci.flaky(repositoryKey(task.repository), maxFlaky);
  const known = new Set(flaky.filter(entry => entry.workflow === task.workflow).map(({ test }) => test));
  return failures.map(failure =>
    failure.category === 'test' &&
    failure.more === 0 &&
    failure.tests.length > 0 &&
    failure.tests.every(({ name }) => known.has(name))
      ? { ...failure, category: 'flaky', ...advice.flaky }
      : failure,
  );
}

/** Remembers that the failed jobs run again, for the comment. */
async function noteRerun(task: CiTask, pullRequest: number, parts: RunParts): Promise<true> {
  const open = await parts.store.ci.open({ repository: repositoryKey(task.repository), pullRequest });
  const failure = open.find(({ runId }) => runId === task.workflowRun);
  if (failure !== undefined) await parts.store.ci.failed({ ...failure, rerun: true });
  return true;
}

/** Pull requests with an open failure of the workflow on this commit, when the event names none. */
async function openOn(task: CiTask, parts: RunParts): Promise<readonly number[]> {
  const found = await parts.store.ci.openOn({
    repository: repositoryKey(task.repository),
    workflow: task.workflow,
    headSha: task.headSha,
  });
  return found.map((failure: CiFailure) => failure.pullRequest);
}
