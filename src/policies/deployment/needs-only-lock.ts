import type { DeploymentDecision } from '../../contracts/gate.ts';

const satisfied: readonly string[] = ['pass', 'warn', 'off'];

/**
 * Whether a deployment may begin as soon as it holds the environment's lock. One that waits for an approval as well
 * may not: the lock could come free before the approval is given.
 */
export function needsOnlyLock({ kind, gates }: DeploymentDecision): boolean {
  if (kind === 'allow') return true;
  return (
    kind === 'wait' &&
    gates.every(({ verdict, gate }) => satisfied.includes(verdict) || (gate === 'lock' && verdict === 'wait'))
  );
}
