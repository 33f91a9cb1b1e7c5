import type { Approval, ApprovalNeed } from '../../contracts/approval.ts';
import type { DeploymentDecision } from '../../contracts/gate.ts';
import { repositoryKey } from '../run-parts.ts';
import type { DeploySaga } from './deploy-saga.ts';
import type { DeployPlan } from './plan-deployment.ts';

/** How long an approval is waited for where nothing else is configured, minutes. */
const defaultExpiryMinutes = 1_440;

/** The approval that a deployment waits for, as far as the journal keeps it. */
export type Asked = Pick<Approval, 'state' | 'rejectedBy' | 'reason' | 'expiresAt'>;

/** What the run's approval stands at; asks for one when a gate needs it. Null: none was ever asked for. */
export async function approvalOf(
  saga: DeploySaga,
  plan: DeployPlan,
  decision: DeploymentDecision,
): Promise<Asked | null> {
  const { ask, context, parts } = saga;
  const repository = repositoryKey(ask.repository);
  const now = parts.now();
  const { id } = context.request;
  const known = await parts.store.approvals.find({ repository, id, now: now.toISOString() });
  if (known !== undefined) return kept(known);
  const needs = needsOf(decision);
  if (decision.kind !== 'needs-approval' || needs.length === 0) return null;
  const minutes = plan.environment.gates.confirmation?.expiresAfterMinutes ?? defaultExpiryMinutes;
  const asked = await parts.store.approvals.request({
    id,
    runId: id,
    repository,
    pullRequest: ask.pullRequest,
    kind: 'deployment',
    digest: plan.digest,
    summary: `${plan.intent.cause} of ${plan.intent.sha.slice(0, 7)} to ${plan.environment.name}`,
    requestedBy: ask.actor,
    needs,
    selfApproval: false,
    requestedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
  });
  return kept(asked);
}

/** Uses the approval up, so that it lets exactly this run begin; true where none was needed. */
export async function useApproval(saga: DeploySaga, plan: DeployPlan): Promise<boolean> {
  const { ask, context, parts } = saga;
  const repository = repositoryKey(ask.repository);
  const { id } = context.request;
  const now = parts.now().toISOString();
  if ((await parts.store.approvals.find({ repository, id, now })) === undefined) return true;
  return await parts.store.approvals.consume({ repository, id, runId: id, digest: plan.digest, now });
}

function needsOf({ gates }: DeploymentDecision): readonly ApprovalNeed[] {
  return gates.flatMap(gate =>
    gate.verdict === 'needs-approval'
      ? [{ name: gate.gate, allowed: gate.approvers, count: gate.count }]
      : [],
  );
}

function kept({ state, rejectedBy, reason, expiresAt }: Approval): Asked {
  return { state, rejectedBy, reason, expiresAt };
}
