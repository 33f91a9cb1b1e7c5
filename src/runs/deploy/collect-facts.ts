import type { DeploymentFacts } from '../../contracts/gate.ts';
import { repositoryKey } from '../run-parts.ts';
import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

const unread = { kind: 'unreadable', reason: 'it is not collected yet.' } as const;

/** What the gates read. */
export async function collectFacts(saga: DeploySaga, plan: DeployPlan): Promise<DeploymentFacts> {
  const { ask, parts, clients, context } = saga;
  const repository = repositoryKey(ask.repository);
  const { sha } = plan.intent;
  const environment = plan.environment.name;
  const snapshot = ask.pullRequest === null ? undefined : await clients.repository.snapshot(ask.pullRequest);
  const key = { repository, pullRequest: ask.pullRequest ?? 0, at: ask.askedAt };
  return {
    request: {
      runId: context.request.id,
      operation: ask.dryRun ? 'dry-run' : 'deploy',
      trigger: ask.trigger,
      environment,
      now: parts.now().toISOString(),
      pullRequest: ask.pullRequest,
      sha,
      namedSha: ask.namedSha === undefined ? null : sha,
      askedAt: ask.askedAt,
      recordedHead: (await parts.store.heads.at(key)) ?? null,
    },
    actor: {
      login: ask.actor,
      role: await clients.repository.roleOf(ask.actor),
      teams: { kind: 'known', value: [] },
    },
    stored: {
      globalLock: await parts.store.locks.read({ repository, environment: '*' }),
      lock: await parts.store.locks.read({ repository, environment }),
      underWay: 0,
      recentStarts: [],
      approvals: [],
    },
    change: {
      defaultBranch: ask.repository.defaultBranch,
      pullRequest:
        snapshot === undefined
          ? null
          : {
              number: ask.pullRequest ?? 0,
              state: snapshot.open ? 'open' : 'closed',
              draft: snapshot.draft,
              fork: snapshot.fork,
              author: snapshot.author.login,
              headSha: snapshot.headSha,
              headRef: snapshot.headRef,
              headExists: true,
              baseRef: snapshot.baseRef,
              mergeable: 'yes',
              reviews: unread,
              firstCheckSuiteAt: null,
            },
      onBranch: snapshot === undefined ? plan.ref : null,
      behindBy: unread,
      checks: unread,
      verified: unread,
    },
    earlier: unread,
    protection: unread,
  };
}
