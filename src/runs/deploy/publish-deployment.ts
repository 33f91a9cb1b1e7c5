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
  const { ask, context, parts, clients, progress } = saga;
  const { issue } = ask;
  if (issue === null) return;
  const written = await context.effect(name, {
    perform: () => {
      const view = viewOf(saga, statement);
      const body = renderDeployComment(view);
      const key = `${repositoryKey(ask.repository)}#${issue} ${view.environment}`;
      return parts.oneAtATime(key, async () => {
        const known = progress.commentId;
        if (known !== undefined && (await edited(saga, known, body))) return { id: known };
        const { ownComments } = await clients.repository.conversation(issue);
        const marker = deployMarker(view.environment);
        const existing = ownComments.find(comment => comment.body.startsWith(marker));
        if (existing === undefined) return { id: (await clients.repository.createComment(issue, body)).id };
        await clients.repository.updateComment(existing.id, body);
        return { id: existing.id };
      });
    },
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  progress.commentId = written.id;
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
