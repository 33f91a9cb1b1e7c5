import type { ChangeWants } from '../../clients/github/gate-client.ts';
import type { DeployState } from '../../contracts/deploy.ts';
import type { ActorFacts, DeploymentFacts, RequestFacts, StoredFacts } from '../../contracts/gate.ts';
import { globalLock } from '../../contracts/lock.ts';
import { AppError } from '../../errors.ts';
import { decideDeployment } from '../../policies/index.ts';
import { repositoryKey } from '../run-parts.ts';
import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** Something of ours runs on GitHub or AWS. */
const underWay: readonly DeployState[] = ['queued', 'in-progress', 'verifying'];
/** It has begun, however it ended. */
const begun: readonly DeployState[] = [...underWay, 'success', 'failure', 'error'];
/** Most deployments that limits look back on. */
const lookBack = 100;

/**
 * What the gates read, in the order of what it costs, up to the first refusal: a deployment that its lock refuses asks
 * GitHub for nothing. Reading it again gives new facts.
 *
 * @throws AppError retryable when GitHub could not be asked; `pull-request-unknown` when there is none of the number.
 */
export async function collectFacts(saga: DeploySaga, plan: DeployPlan): Promise<DeploymentFacts> {
  let facts: DeploymentFacts = { request: await requestFacts(saga, plan) };
  for (const collect of [storedPart, actorPart, changePart, protectionPart]) {
    facts = { ...facts, ...(await collect(saga, plan, facts)) };
    // Who may not deploy learns nothing else; everybody else learns of all that one look shows.
    if (facts.actor !== undefined && decideDeployment(facts, plan).kind === 'refuse') return facts;
  }
  return facts;
}

async function requestFacts({ ask, parts, context }: DeploySaga, plan: DeployPlan): Promise<RequestFacts> {
  const repository = repositoryKey(ask.repository);
  // Strictly before: what came in the same moment was not seen.
  const at = new Date(Date.parse(ask.askedAt) - 1).toISOString();
  const recorded =
    ask.pullRequest === null
      ? undefined
      : await parts.store.heads.at({ repository, pullRequest: ask.pullRequest, at });
  return {
    runId: context.request.id,
    operation: operationOf(ask),
    trigger: ask.trigger,
    environment: plan.environment.name,
    now: parts.now().toISOString(),
    pullRequest: ask.pullRequest,
    sha: plan.intent.sha,
    namedSha: ask.namedSha ?? ask.fixed?.sha ?? null,
    askedAt: ask.askedAt,
    recordedHead: recorded ?? null,
  };
}

function operationOf({ cause, dryRun }: DeploySaga['ask']): RequestFacts['operation'] {
  if (dryRun) return 'dry-run';
  return cause === 'rollback' ? 'rollback' : 'deploy';
}

async function storedPart(
  { ask, parts, context }: DeploySaga,
  plan: DeployPlan,
  { request }: DeploymentFacts,
): Promise<{ readonly stored: StoredFacts }> {
  const repository = repositoryKey(ask.repository);
  const { name: environment, limits } = plan.environment;
  const { locks, deployments, approvals } = parts.store;
  const { id } = context.request;
  const approval = await approvals.find({ repository, id, now: request.now });
  const running =
    limits.concurrent === null
      ? []
      : await deployments.list({ repository, states: underWay, limit: lookBack });
  const starts =
    limits.perHour === null
      ? []
      : await deployments.list({ repository, environment, states: begun, limit: lookBack });
  const others = ({ runId }: { readonly runId: string }): boolean => runId !== id;
  return {
    stored: {
      globalLock: await locks.read({ repository, environment: globalLock }),
      lock: await locks.read({ repository, environment }),
      underWay: running.filter(others).length,
      recentStarts: starts.filter(others).map(({ createdAt }) => createdAt),
      approvals: approval?.digest === plan.digest ? approval.approvedBy : [],
    },
  };
}

async function actorPart(
  { ask, clients, progress }: DeploySaga,
  { environment }: DeployPlan,
): Promise<{ readonly actor: ActorFacts }> {
  // The configuration asked; its gate does not look at who made the event.
  if (ask.trigger === 'event')
    return { actor: { login: ask.actor, role: 'none', teams: { kind: 'known', value: [] } } };
  // Asked for a moment ago, before anything else was done; whoever looks again asks again.
  const known = progress.role;
  progress.role = undefined;
  const [role, teams] = await Promise.all([
    known ?? clients.repository.roleOf(ask.actor),
    clients.gates.teamsOf(ask.actor, environment.gates.allowed.teams),
  ]);
  return { actor: { login: ask.actor, role, teams } };
}

/** What one request tells; what needs further ones is read only if that does not refuse already. */
async function changePart(
  saga: DeploySaga,
  plan: DeployPlan,
  facts: DeploymentFacts,
): Promise<Partial<DeploymentFacts>> {
  if (facts.request.operation === 'rollback') return {};
  const { gates } = saga.clients;
  const wants = wantsOf(plan);
  const { pullRequest } = saga.ask;
  if (pullRequest === null) return await gates.branchChange(plan.intent.sha, [plan.ref], wants);
  // What the plan was made from a moment ago; whoever looks again reads it again.
  const { look } = saga.progress;
  saga.progress.look = undefined;
  const glance = await gates.glance(pullRequest, wants, look);
  if (glance === undefined)
    throw new AppError({
      code: 'pull-request-unknown',
      publicMessage: `There is no pull request #${pullRequest}.`,
    });
  const { behindBy: _behindBy, checks: _checks, ...change } = glance.change;
  const seen = { ...facts, change, earlier: glance.earlier };
  if (decideDeployment(seen, plan).kind === 'refuse') return seen;
  return await gates.complete(glance, wants);
}

function wantsOf({ environment: { gates, after } }: DeployPlan): ChangeWants {
  return {
    requiredChecks: gates.checks === 'required',
    behind: gates.outdated !== 'allow',
    earlier: after,
  };
}

async function protectionPart(
  { clients }: DeploySaga,
  { environment }: DeployPlan,
  { request, change }: DeploymentFacts,
): Promise<Partial<DeploymentFacts>> {
  const asked = environment.gates.protectionRules && request.operation !== 'rollback';
  if (!asked || change === undefined) return {};
  const branch = change.pullRequest === null ? change.onBranch : change.pullRequest.headRef;
  return { protection: await clients.gates.protection(environment.name, branch) };
}
