import type { EnvironmentConfig, FreezeWindow } from '../../contracts/deploy.ts';
import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import type { DeploymentDecision, GateResult } from '../../contracts/gate.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import { decideDeployment } from '../../policies/index.ts';
import { renderProtectionRuleComment } from '../../results/protection-rule-comment.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { collectFacts } from './collect-facts.ts';
import { digestOf } from './deploy-digest.ts';
import type { DeployClients } from './deploy-parts.ts';
import { newProgress } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

type RuleTask = Extract<Task, { kind: 'protection-rule' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/** How often what passes by itself is looked at again, and how long in all, milliseconds. */
const lookAgainMs = 60_000;
const longestWaitMs = 24 * 3_600_000;
/** GitHub can ask faster than the run that dispatched the workflow writes down which one it is, milliseconds. */
const earlyMs = 500;
const noLongerEarlyMs = 30_000;
/** GitHub takes ten reports about a job; the last is the answer. */
const maxReports = 9;

/** What one look came to. */
type Look = {
  readonly kind: 'approved' | 'rejected' | 'waiting';
  readonly headline: string;
  readonly gates: readonly GateResult[];
  readonly code: string;
};

/**
 * Decides about a workflow's job by the gates of its environment, as its custom deployment protection rule: approves
 * it, rejects it with the reasons, or says what it waits for and looks again.
 */
export async function answerProtectionRule(
  context: RunContext,
  task: RuleTask,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  if (await isTooEarly(context, task, parts)) return { kind: 'waiting', delayMs: earlyMs };
  const clients = await parts.deploy.clientsFor(task.installationId, task.repository);
  let reported = '';
  let reports = 0;
  for (let number = 1; ; number++) {
    let isNew = false;
    const look = await context.step(`look-${number}`, async () => {
      isNew = true;
      return await lookAt(context, task, { parts, clients });
    });
    const comment = renderProtectionRuleComment(look.headline, look.gates);
    if (look.kind !== 'waiting') {
      await answer(context, task, { clients, name: 'answer', state: look.kind, comment });
      await context.step('audit', () => audit(context, task, { look, parts }));
      return undefined;
    }
    if (comment !== reported && reports < maxReports) {
      await answer(context, task, { clients, name: `report-${number}`, state: undefined, comment });
      reports += 1;
      reported = comment;
    }
    if (isNew) return { kind: 'waiting', delayMs: lookAgainMs };
  }
}

type Means = { readonly parts: RunParts; readonly clients: DeployClients };

async function lookAt(context: RunContext, task: RuleTask, means: Means): Promise<Look> {
  const { parts, clients } = means;
  const own = await ownDeployment(task, parts);
  if (own !== undefined)
    return {
      kind: 'approved',
      headline: `Part of run \`${own}\`, which passed every gate.`,
      gates: [],
      code: 'own',
    };
  const { sha: configSha, text } = await clients.repository.policy();
  const { owner } = task.repository;
  const { config } = await parts.loadPolicy({ installationId: task.installationId, owner, text });
  const { environments, freeze } = config.deploy;
  // GitHub does not tell environments apart by case.
  const environment = environments.find(({ name }) => name === task.environment.toLowerCase());
  if (environment === undefined)
    return {
      kind: 'rejected',
      headline:
        'This environment is not in `deploy.environments` of `.github/devops.yml` on the default branch.',
      gates: [],
      code: 'unknown-environment',
    };
  const decision = await decide(context, task, { ...means, environment, freeze, configSha });
  return lookOf(decision, parts.now().getTime() - Date.parse(context.request.receivedAt));
}

async function isTooEarly({ request }: RunContext, task: RuleTask, parts: RunParts): Promise<boolean> {
  const age = parts.now().getTime() - Date.parse(request.receivedAt);
  if (request.actor.type !== 'Bot' || age > noLongerEarlyMs) return false;
  if ((await ownDeployment(task, parts)) !== undefined) return false;
  const repository = repositoryKey(task.repository);
  const environment = task.environment.toLowerCase();
  const states = ['queued', 'in-progress'] as const;
  return (await parts.store.deployments.list({ repository, environment, states, limit: 1 })).length > 0;
}

/** The run of ours whose workflow this is: its gates have decided, about the commit that it was given. */
async function ownDeployment(task: RuleTask, parts: RunParts): Promise<string | undefined> {
  const repository = repositoryKey(task.repository);
  const waiting = await parts.store.wakes.runs({ repository, key: `workflow_run/${task.workflowRun}` });
  for (const runId of waiting) {
    const record = await parts.store.deployments.find({ repository, runId });
    if (record?.environment === task.environment.toLowerCase()) return runId;
  }
  return undefined;
}

async function decide(
  context: RunContext,
  task: RuleTask,
  {
    parts,
    clients,
    environment,
    freeze,
    configSha,
  }: Means & {
    readonly environment: EnvironmentConfig;
    readonly freeze: readonly FreezeWindow[];
    readonly configSha: string;
  },
): Promise<DeploymentDecision> {
  const { request } = context;
  const { repository, installationId, pullRequest, sha } = task;
  const intent = {
    repository: repositoryKey(repository),
    environment: environment.name,
    sha,
    cause: 'deploy',
    parameters: {},
    configSha,
  } as const;
  // A ref that is no branch of this repository holds nothing.
  const ref = task.ref.replace(/^refs\/heads\//, '');
  const plan: DeployPlan = {
    intent,
    digest: digestOf(intent),
    environment,
    freeze,
    ref,
    followedBy: [],
    warnings: [],
    hasModel: false,
  };
  const ask = {
    repository,
    installationId,
    cause: 'deploy',
    environment: environment.name,
    pullRequest,
    issue: null,
    commentId: null,
    namedSha: undefined,
    fixed: undefined,
    parameters: {},
    dryRun: false,
    actor: request.actor.login,
    trigger: 'rule',
    askedAt: request.receivedAt,
  } as const;
  const saga = { context, ask, parts, clients, begunAt: request.receivedAt, progress: newProgress() };
  return decideDeployment(await collectFacts(saga, plan), plan);
}

function lookOf({ kind, gates }: DeploymentDecision, waitedMs: number): Look {
  const unmet = gates.filter(({ verdict }) => verdict === kind);
  const [first] = unmet;
  const code = first !== undefined && 'code' in first ? first.code : kind;
  if (kind === 'allow') return { kind: 'approved', headline: 'Every gate passed.', gates: [], code };
  if (kind === 'wait' && waitedMs < longestWaitMs)
    return { kind: 'waiting', headline: 'Waiting:', gates: unmet, code };
  // An approval belongs to a run that people can name: the deployment is to be asked for with the command.
  const headline =
    kind === 'needs-approval'
      ? 'This environment needs an approval: ask for the deployment with `/devops deploy`.'
      : 'Refused:';
  return { kind: 'rejected', headline, gates: kind === 'needs-approval' ? [] : unmet, code };
}

async function answer(
  context: RunContext,
  task: RuleTask,
  {
    clients,
    name,
    state,
    comment,
  }: {
    readonly clients: DeployClients;
    readonly name: string;
    readonly state: 'approved' | 'rejected' | undefined;
    readonly comment: string;
  },
): Promise<void> {
  const { environment, workflowRun } = task;
  // GitHub takes an answer once; the same one again is refused, which is as good.
  await context.effect(name, {
    perform: () => clients.deployments.answerProtectionRule({ workflowRun, environment, state, comment }),
    reconcile: async () => undefined,
  });
}

async function audit(
  { request }: RunContext,
  task: RuleTask,
  { look, parts }: { readonly look: Look; readonly parts: RunParts },
): Promise<true> {
  await parts.store.audit.append({
    at: parts.now().toISOString(),
    runId: request.id,
    repository: repositoryKey(task.repository),
    actor: request.actor.login,
    action: `protection-rule.${look.kind}`,
    details: {
      environment: task.environment.slice(0, 100),
      sha: task.sha,
      workflowRun: task.workflowRun,
      code: look.code,
    },
  });
  return true;
}
