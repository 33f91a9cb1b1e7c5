import {
  type DeploymentDecision,
  type DeploymentFacts,
  type GateName,
  type GateResult,
  gateNames,
} from '../../contracts/gate.ts';
import { actorGate } from './actor-gate.ts';
import { branchGate } from './branch-gate.ts';
import { checksGate } from './checks-gate.ts';
import { confirmationGate } from './confirmation-gate.ts';
import { forkGate } from './fork-gate.ts';
import { freezeGate } from './freeze-gate.ts';
import type { Gate, GateSettings } from './gate.ts';
import { headGate } from './head-gate.ts';
import { limitsGate } from './limits-gate.ts';
import { globalLockGate, lockGate } from './lock-gates.ts';
import { mergeableGate } from './mergeable-gate.ts';
import { orderGate } from './order-gate.ts';
import { originGate } from './origin-gate.ts';
import { outdatedGate } from './outdated-gate.ts';
import { protectionGate } from './protection-gate.ts';
import { pullRequestGate } from './pull-request-gate.ts';
import { reviewGate } from './review-gate.ts';
import { signatureGate } from './signature-gate.ts';

const gates: Readonly<Record<GateName, Gate>> = {
  actor: actorGate,
  freeze: freezeGate,
  'global-lock': globalLockGate,
  lock: lockGate,
  limits: limitsGate,
  origin: originGate,
  'pull-request': pullRequestGate,
  branch: branchGate,
  fork: forkGate,
  head: headGate,
  mergeable: mergeableGate,
  outdated: outdatedGate,
  review: reviewGate,
  checks: checksGate,
  signature: signatureGate,
  order: orderGate,
  protection: protectionGate,
  confirmation: confirmationGate,
};

/** What a dry run must pass: it changes nothing outside, but it reads and says things about the commit. */
const dryRunGates: readonly GateName[] = ['actor', 'origin', 'fork', 'head'];

/** Worst first: what is refused anyway is not queued for, and nobody is asked to approve what still waits. */
const precedence = ['refuse', 'unread', 'wait', 'needs-approval'] as const;

/**
 * Decides a deployment from what is known so far. With facts left out it says what they would be needed for
 * (`unread`), so that a caller collects them in order, decides after each, and stops at the first refusal.
 */
export function decideDeployment(facts: DeploymentFacts, settings: GateSettings): DeploymentDecision {
  const results = gateNames.map((gate): GateResult => ({ gate, ...gates[gate](facts, settings) }));
  const binding =
    facts.request.operation === 'dry-run'
      ? results.filter(({ gate }) => dryRunGates.includes(gate))
      : results;
  const kind = precedence.find(verdict => binding.some(result => result.verdict === verdict)) ?? 'allow';
  return { kind, gates: results };
}
