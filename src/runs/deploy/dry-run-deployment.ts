import type { Comparison } from '../../clients/github/deploy-client.ts';
import type { RunnerSettings } from '../../contracts/deploy-runner.ts';
import { AppError } from '../../errors.ts';
import { decideDeployment, impactKinds, impactOf } from '../../policies/index.ts';
import { type DryRun, dryRunMarker, renderDryRun } from '../../results/dry-run.ts';
import { linksOf, repositoryKey } from '../run-parts.ts';
import { collectFacts } from './collect-facts.ts';
import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import { runnerProblems } from './runner-of.ts';
import type { Ending } from './wind-up.ts';

/** GitHub's limit of a comparison's files. */
const maxComparedFiles = 300;

/**
 * Says exactly what a deployment would do and changes nothing but its own comment: no lock, no deployment, no check
 * run. Gives how it ends only when it is refused.
 */
export async function dryRunDeployment(saga: DeploySaga, plan: DeployPlan): Promise<Ending | undefined> {
  const { ask, clients, context } = saga;
  const { issue } = ask;
  const dryRun = await context.step('dry-run', () => lookAhead(saga, plan));
  saga.progress.gates = dryRun.gates;
  const actor = dryRun.gates.find(({ gate }) => gate === 'actor');
  if (actor?.verdict === 'refuse')
    return { state: 'refused', code: actor.code, message: actor.message, next: actor.next, quiet: true };
  if (issue === null) return undefined;
  await context.effect('comment-dry-run', {
    perform: async () => {
      const body = renderDryRun(dryRun);
      const { ownComments } = await clients.repository.conversation(issue);
      const marker = dryRunMarker(plan.environment.name);
      const existing = ownComments.find(comment => comment.body.startsWith(marker));
      if (existing === undefined) await clients.repository.createComment(issue, body);
      else await clients.repository.updateComment(existing.id, body);
      return true;
    },
    // Looking for the marker before writing makes the effect its own reconciliation.
    reconcile: async () => undefined,
  });
  return undefined;
}

async function lookAhead(saga: DeploySaga, plan: DeployPlan): Promise<DryRun> {
  const { ask, parts } = saga;
  const { environment, intent } = plan;
  const facts = await collectFacts(saga, plan);
  // As a deployment it would have to pass every gate, not only those that bind a dry run.
  const asDeployment = { ...facts, request: { ...facts.request, operation: 'deploy' as const } };
  const decision = decideDeployment(asDeployment, plan);
  const binding = decideDeployment(facts, plan);
  const mayLook = binding.kind !== 'refuse';
  const [active] = await parts.store.deployments.list({
    repository: repositoryKey(ask.repository),
    environment: environment.name,
    states: ['success'],
    limit: 1,
  });
  const running = active?.sha ?? null;
  return {
    links: linksOf(ask.repository, parts),
    environment: environment.name,
    sha: intent.sha,
    allowed: decision.kind !== 'refuse' && decision.kind !== 'unread',
    gates: decision.gates,
    problems: mayLook ? await runnerProblems(saga, plan) : [],
    runner: runnerText(environment.runner),
    parameters: intent.parameters,
    running,
    change: mayLook ? await changeSince(saga, running, intent.sha) : null,
    warnings: plan.warnings,
  };
}

async function changeSince(
  { clients }: DeploySaga,
  running: string | null,
  sha: string,
): Promise<DryRun['change']> {
  if (running === null || running === sha) return null;
  let comparison: Comparison;
  try {
    comparison = await clients.deployments.compare(running, sha);
  } catch (error) {
    // The commit that is running may be gone from GitHub.
    if (error instanceof AppError && !error.retryable) return null;
    throw error;
  }
  const { commits, totalCommits, behindBy, paths } = comparison;
  return {
    commits,
    totalCommits,
    behindBy,
    files: paths.length,
    cut: paths.length >= maxComparedFiles,
    impact: impactKinds
      .map(kind => ({ kind, paths: paths.filter(path => impactOf(path) === kind) }))
      .filter(entry => entry.paths.length > 0),
  };
}

function runnerText(settings: RunnerSettings): string {
  switch (settings.type) {
    case 'workflow': {
      const whose = settings.ref === 'head' ? 'the deployed branch' : 'the default branch';
      return `the workflow \`${settings.file}\` of ${whose}`;
    }
    case 'event':
      return 'an external system that hears of the GitHub deployment';
    case 'ssm':
      return `the Systems Manager document \`${settings.document}\` in ${settings.wavesPercent.length} waves`;
    case 'ecs':
      return `the ECS service \`${settings.service}\``;
  }
}
