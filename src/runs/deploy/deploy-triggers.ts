import { createHash } from 'node:crypto';
import type { EnvironmentConfig, FreezeWindow } from '../../contracts/deploy.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { DeploymentFacts } from '../../contracts/gate.ts';
import type { RepositoryRef, RunRequest, Task } from '../../contracts/run.ts';
import { decideDeployment, triggeredEnvironments } from '../../policies/index.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { DeployClients } from './deploy-parts.ts';

type Place = { readonly repository: RepositoryRef; readonly installationId: number };
type Merged = Extract<Task, { kind: 'merged' }> & Place;
type ChecksCompleted = Extract<Task, { kind: 'checks-completed' }> & Place;
type DeployByEvent = Extract<Task, { kind: 'deploy-by-event' }>;

/** Deploys a merge to the environments that `deploy.on` names for it. */
export async function deployMerged(context: RunContext, merged: Merged, parts: RunParts): Promise<void> {
  const { repository, installationId, pullRequest, sha, branch, labels, at } = merged;
  const environments = await context.step('environments', async () => {
    const client = await parts.clientFor(installationId, repository);
    const { text } = await client.policy();
    const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
    const { defaultBranch } = repository;
    return triggeredEnvironments(config.deploy.on, { event: 'merge', branch, defaultBranch, labels });
  });
  await enqueue(
    context,
    environments.map(environment => ({
      kind: 'deploy-by-event',
      event: 'merge',
      environment,
      pullRequest,
      sha,
      branch,
      at,
    })),
    parts,
  );
}

/**
 * Wakes what waits for the checks of a commit, and deploys the pull requests whose last checks these were to the
 * environments that `deploy.on` names for it. What the gates would refuse is left alone without a word: nobody asked,
 * and the next checks that end ask again.
 */
export async function deployGreen(
  context: RunContext,
  completed: ChecksCompleted,
  parts: RunParts,
): Promise<void> {
  const { repository, headSha, green, pullRequests } = completed;
  const key = checksKey(headSha);
  const waiting = await parts.store.wakes.runs({ repository: repositoryKey(repository), key });
  if (waiting.length > 0) await parts.wake(waiting);
  if (!green) return;
  for (const pullRequest of pullRequests) {
    const tasks = await context.step(`environments-${pullRequest}`, () =>
      greenTasks(context, { ...completed, pullRequest }, parts),
    );
    await enqueue(context, tasks, parts);
  }
}

/** The event by which a run that waits for the checks of a commit is woken. */
export function checksKey(sha: string): string {
  return `checks/${sha}`;
}

async function greenTasks(
  context: RunContext,
  { repository, installationId, headSha, pullRequest }: ChecksCompleted & { readonly pullRequest: number },
  parts: RunParts,
): Promise<readonly DeployByEvent[]> {
  const client = await parts.clientFor(installationId, repository);
  const snapshot = await client.snapshot(pullRequest);
  if (!snapshot.open || snapshot.headSha !== headSha) return [];
  const { config } = await parts.loadPolicy({
    installationId,
    owner: repository.owner,
    text: snapshot.policyText,
  });
  const { environments, freeze, on } = config.deploy;
  const names = triggeredEnvironments(on, {
    event: 'checks-green',
    branch: snapshot.baseRef,
    defaultBranch: repository.defaultBranch,
    labels: snapshot.labels,
  });
  if (names.length === 0) return [];
  const clients = await parts.deploy.clientsFor(installationId, repository);
  const at = context.request.receivedAt;
  const tasks: DeployByEvent[] = [];
  for (const environment of environments.filter(({ name }) => names.includes(name))) {
    const look = { environment, freeze, clients, pullRequest, headSha };
    if (!(await wouldPass(context, look, parts))) continue;
    const { baseRef: branch } = snapshot;
    const { name } = environment;
    tasks.push({
      kind: 'deploy-by-event',
      event: 'checks-green',
      environment: name,
      pullRequest,
      sha: headSha,
      branch,
      at,
    });
  }
  return tasks;
}

type Look = {
  readonly environment: EnvironmentConfig;
  readonly freeze: readonly FreezeWindow[];
  readonly clients: DeployClients;
  readonly pullRequest: number;
  readonly headSha: string;
};

/** Whether no gate about the change itself refuses; locks, limits and approvals are the deployment's own business. */
async function wouldPass(
  context: RunContext,
  { environment, freeze, clients, pullRequest, headSha }: Look,
  parts: RunParts,
): Promise<boolean> {
  const reading = await clients.gates.pullRequestChange(pullRequest, {
    requiredChecks: environment.gates.checks === 'required',
    behind: environment.gates.outdated !== 'allow',
    earlier: environment.after,
  });
  if (reading === undefined) return false;
  const facts: DeploymentFacts = {
    request: {
      runId: context.request.id,
      operation: 'deploy',
      trigger: 'event',
      environment: environment.name,
      now: parts.now().toISOString(),
      pullRequest,
      sha: headSha,
      namedSha: null,
      askedAt: context.request.receivedAt,
      recordedHead: null,
    },
    ...reading,
  };
  const decision = decideDeployment(facts, { environment, freeze });
  const refusing = decision.gates.filter(({ verdict }) => verdict === 'refuse');
  const [first] = refusing;
  if (first === undefined) return true;
  parts.logger.info('No deployment by checks', {
    runId: context.request.id,
    environment: environment.name,
    gate: first.gate,
  });
  return false;
}

/** A run per environment and commit, however many events lead to it. */
async function enqueue(
  { request }: RunContext,
  tasks: readonly DeployByEvent[],
  parts: RunParts,
): Promise<void> {
  if (tasks.length === 0) return;
  const requests = tasks.map((task): RunRequest => ({ ...request, id: idOf(request, task), task }));
  await parts.enqueue(requests);
}

function idOf({ repository }: RunRequest, { event, pullRequest, sha, environment }: DeployByEvent): string {
  const key = JSON.stringify([
    repository?.owner,
    repository?.name,
    event,
    pullRequest,
    sha,
    environment,
  ]).toLowerCase();
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
