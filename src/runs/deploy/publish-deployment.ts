import type { OwnComment } from '../../clients/github/repository-client.ts';
import type { DeployState } from '../../contracts/deploy.ts';
import { AppError } from '../../errors.ts';
import { deployCheckName, renderDeployCheck } from '../../results/deploy-check.ts';
import { deployMarker, renderDeployComment } from '../../results/deploy-comment.ts';
import type { DeployView } from '../../results/deploy-view.ts';
import { linksOf, repositoryKey } from '../run-parts.ts';
import { adviceOf } from './advice.ts';
import type { DeploySaga } from './deploy-saga.ts';

/** What is said about a deployment at one moment, beside what the saga knows anyway. */
export type Statement = {
  readonly state: DeployState;
  readonly message: string;
  readonly next?: string | undefined;
  readonly firstError?: DeployView['firstError'];
  readonly environmentUrl?: string;
  /** Commands to type next, in full. */
  readonly commands?: readonly string[];
};

/** The states in which nothing follows. */
const finalStates: readonly DeployState[] = [
  'success',
  'failure',
  'error',
  'cancelled',
  'refused',
  'superseded',
];

/** A deployment as comment and check show it now. */
export function viewOf(saga: DeploySaga, statement: Statement): DeployView {
  const { ask, progress, context, parts } = saga;
  const { plan } = progress;
  const isOver = finalStates.includes(statement.state);
  return {
    links: linksOf(ask.repository, parts),
    runId: context.request.id,
    environment: plan?.environment.name ?? ask.environment,
    sha: plan?.intent.sha ?? '',
    cause: ask.cause,
    actor: ask.actor,
    parameters: plan?.intent.parameters ?? {},
    state: statement.state,
    message: statement.message,
    next: statement.next,
    advice: adviceOf(context),
    gates: progress.gates,
    logUrl: progress.logUrl,
    environmentUrl: statement.environmentUrl,
    firstError: statement.firstError,
    durationMs: isOver ? parts.now().getTime() - Date.parse(saga.begunAt) : undefined,
    commands: statement.commands ?? [],
    warnings: plan?.warnings ?? [],
  };
}

/**
 * Writes the environment's one comment: edits the one that is there, else creates it. `name` is the journal's, one
 * per state that is shown.
 */
export async function writeComment(saga: DeploySaga, name: string, statement: Statement): Promise<void> {
  const { ask, context, parts, progress } = saga;
  const { issue } = ask;
  if (issue === null) return;
  const written = await context.effect(name, {
    perform: () => {
      const view = viewOf(saga, statement);
      const body = renderDeployComment(view);
      const key = `${repositoryKey(ask.repository)}#${issue} ${view.environment}`;
      return parts.oneAtATime(key, async () => {
        const id = await writeBody(saga, {
          issue,
          key,
          marker: deployMarker(view.environment),
          body,
        });
        parts.deploy.writtenComments.wrote(key, id);
        return { id };
      });
    },
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  progress.commentId = written.id;
}

type Writing = {
  readonly issue: number;
  readonly key: string;
  readonly marker: string;
  readonly body: string;
};

async function writeBody(saga: DeploySaga, writing: Writing): Promise<number> {
  const { repository } = saga.clients;
  const { issue, key, marker, body } = writing;
  const read = saga.progress.comments;
  const isOurs = (comment: OwnComment): boolean => comment.body.startsWith(marker);
  const known =
    saga.progress.commentId ??
    saga.parts.deploy.writtenComments.find(key) ??
    read?.ownComments.find(isOurs)?.id;
  if (known !== undefined && (await edited(saga, known, body))) return known;
  if (known === undefined && (await isSurelyFirst(saga)))
    return (await repository.createComment(issue, body)).id;
  const existing = (await repository.conversation(issue)).ownComments.find(isOurs);
  if (existing === undefined) return (await repository.createComment(issue, body)).id;
  await repository.updateComment(existing.id, body);
  return existing.id;
}

/**
 * There was no comment when the plan was made, and nobody has written one since: no other run for the pull request and
 * the environment is known (each is recorded before it says anything), and this process remembers what it wrote.
 */
async function isSurelyFirst({ progress, ask, parts, context }: DeploySaga): Promise<boolean> {
  const { plan, comments } = progress;
  // Once: a creation whose answer never came may have happened all the same.
  progress.comments = undefined;
  if (plan === undefined || comments?.areAllComments !== true) return false;
  const runs = await parts.store.deployments.list({
    repository: repositoryKey(ask.repository),
    environment: plan.environment.name,
    limit: 100,
  });
  return !runs.some(
    ({ pullRequest, runId }) => pullRequest === ask.pullRequest && runId !== context.request.id,
  );
}

/** False when somebody deleted the comment: it is then written anew. */
async function edited({ clients }: DeploySaga, id: number, body: string): Promise<boolean> {
  try {
    await clients.repository.updateComment(id, body);
    return true;
  } catch (error) {
    if (error instanceof AppError && !error.retryable) return false;
    throw error;
  }
}

/** Creates the deployment's check run, or brings it up to date. */
export async function writeCheck(saga: DeploySaga, name: string, statement: Statement): Promise<void> {
  const { clients, context, progress } = saga;
  const { plan } = progress;
  if (plan === undefined) return;
  const check = renderDeployCheck(viewOf(saga, statement));
  const update = progress.logUrl === undefined ? check : { ...check, detailsUrl: progress.logUrl };
  const written = await context.effect(name, {
    perform: async () => {
      const known = progress.checkId;
      if (known !== undefined) {
        await clients.deployments.updateCheck(known, update);
        return { id: known };
      }
      const { id } = await clients.deployments.createCheck({
        ...update,
        name: deployCheckName(plan.environment.name),
        headSha: plan.intent.sha,
        externalId: context.request.id,
      });
      return { id };
    },
    reconcile: async () => {
      if (progress.checkId !== undefined) return undefined;
      return await clients.deployments.findCheck({
        headSha: plan.intent.sha,
        externalId: context.request.id,
      });
    },
  });
  progress.checkId = written.id;
}
