import type { RunContext } from '../../contracts/engine.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { RunParts } from '../run-parts.ts';
import { adviseCi } from './advise-ci.ts';
import { ciSettings } from './ci-settings.ts';
import { type CiTask, rememberFailure } from './explain-ci.ts';
import { publishCi } from './publish-ci.ts';

/** Workflows that are looked at for one command. */
const maxRuns = 10;

/** `/devops diagnose`: looks at every failed workflow of the head. A sentence when there is nothing to tell. */
export async function diagnosePullRequest(
  context: RunContext,
  target: {
    readonly repository: RepositoryRef;
    readonly installationId: number;
    readonly pullRequest: number;
  },
  parts: RunParts,
): Promise<string | undefined> {
  const { repository, installationId, pullRequest } = target;
  const head = await context.step('head-of-pull-request', async () => {
    const client = await parts.clientFor(installationId, repository);
    return (await client.conversation(pullRequest)).headSha;
  });
  const runs = await context.step('failed-runs', async () => {
    const client = await parts.ci.clientFor(installationId, repository);
    return (await client.failedRuns(head)).slice(0, maxRuns);
  });
  const tasks = runs.map((run): CiTask & { readonly pullRequest: number } => ({
    kind: 'ci',
    outcome: 'failed',
    source: 'workflow',
    workflowRun: run.id,
    workflow: run.workflow.slice(0, 200),
    attempt: run.attempt,
    headSha: head,
    pullRequest,
    onDefaultBranch: false,
    repository,
    installationId,
  }));
  const [last] = tasks.slice(-1);
  if (last === undefined) return `No workflow of ${head.slice(0, 7)} failed, as far as its runs have ended.`;
  for (const task of tasks)
    await context.step(`failed-${task.workflowRun}`, () => rememberFailure(task, pullRequest, parts));
  await publishCi(context, { ...last, asked: true }, parts);
  const settings = await ciSettings(context, last, parts);
  if (await adviseCi(context, { task: last, settings }, parts))
    await publishCi(context, { ...last, asked: true, again: true }, parts);
  return undefined;
}
