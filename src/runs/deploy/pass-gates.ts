import type { RunWaiting } from '../../contracts/engine.ts';
import type { DeploymentDecision } from '../../contracts/gate.ts';
import { decideDeployment } from '../../policies/index.ts';
import { repositoryKey } from '../run-parts.ts';
import { collectFacts } from './collect-facts.ts';
import { assertNotCancelled, type DeploySaga, remember } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';
import type { Ending } from './wind-up.ts';

/** Every gate passed and the lock is held; or it waits; or it ended. */
type Passed = { readonly kind: 'passed' } | RunWaiting | { readonly kind: 'ended'; readonly ending: Ending };

/** How often what passes by itself is looked at when nothing says that it did, milliseconds. */
const lookAgainMs = 60_000;

/**
 * Decides and takes the lock. A deployment that had to wait for anything is decided again from new facts: nothing
 * that was looked at before a wait counts after it.
 */
export async function passGates(saga: DeploySaga, plan: DeployPlan): Promise<Passed> {
  const { context, progress } = saga;
  for (let look = 1; ; look++) {
    let isNew = false;
    const decision = await context.step(`gates-${look}`, async () => {
      assertNotCancelled(context);
      isNew = true;
      return decideDeployment(await collectFacts(saga, plan), plan);
    });
    progress.gates = decision.gates;
    if (decision.kind === 'refuse' || decision.kind === 'unread') return refusedBy(decision);
    if (waitsForLockOnly(decision)) {
      const lock = await context.step(`lock-${look}`, () => takeLock(saga, plan));
      if (lock.kind === 'held') return { kind: 'passed' };
    }
    if (isNew) {
      await remember(saga, 'waiting-for-lock');
      return { kind: 'waiting', delayMs: lookAgainMs };
    }
  }
}

function waitsForLockOnly({ kind, gates }: DeploymentDecision): boolean {
  if (kind === 'allow') return true;
  return kind === 'wait' && gates.every(({ verdict, gate }) => verdict !== 'wait' || gate === 'lock');
}

async function takeLock(saga: DeploySaga, plan: DeployPlan) {
  const { ask, context, parts } = saga;
  const { name, lock } = plan.environment;
  return await parts.store.locks.take({
    repository: repositoryKey(ask.repository),
    environment: name,
    pullRequest: ask.pullRequest,
    runId: context.request.id,
    by: ask.actor,
    reason: '',
    sticky: lock.sticky,
    expiresAfterMinutes: lock.expiresAfterMinutes,
    whenHeld: lock.whenHeld,
  });
}

function refusedBy({ gates }: DeploymentDecision): Passed {
  const first =
    gates.find(({ verdict }) => verdict === 'refuse') ?? gates.find(({ verdict }) => verdict === 'unread');
  const ending: Ending = {
    state: 'refused',
    code: first !== undefined && 'code' in first ? first.code : 'gates',
    message: first?.message ?? '',
    ...(first !== undefined && 'next' in first ? { next: first.next } : {}),
  };
  return { kind: 'ended', ending };
}
