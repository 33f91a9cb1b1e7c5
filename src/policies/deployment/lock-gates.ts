import type { HeldLock, RequestFacts } from '../../contracts/gate.ts';
import type { Gate } from './gate.ts';
import { pass, refuse, unread, wait } from './verdict.ts';

/** The lock over all environments lets only its own pull request through. */
export const globalLockGate: Gate = ({ request, stored }) => {
  if (stored === undefined) return unread;
  const { globalLock } = stored;
  if (globalLock === null) return pass('All environments are unlocked.');
  if (isOwn(globalLock, request)) return pass('All environments are locked for this pull request.');
  return refuse(
    'locked-globally',
    `All environments are locked ${holderOf(globalLock)}.`,
    'Wait until `/devops unlock --global`; `/devops locks` lists the locks.',
  );
};

/** The environment's lock: held by (pull request, run), so that not even its holder's other pull requests pass. */
export const lockGate: Gate = ({ request, stored }, { environment }) => {
  if (stored === undefined) return unread;
  const { lock } = stored;
  const { name } = environment;
  if (lock === null) return pass(`\`${name}\` is unlocked.`);
  if (lock.runId === request.runId) return pass(`\`${name}\` is locked for this deployment.`);
  if (isOwn(lock, request) && lock.runId === null)
    return pass(`\`${name}\` is locked for this pull request.`);
  const message = `\`${name}\` is locked ${holderOf(lock)}.`;
  if (environment.lock.whenHeld === 'queue' && request.operation !== 'dry-run')
    return wait('locked', message, {
      next: 'This deployment is in line and begins when the lock is free; `/devops cancel` takes it out.',
      until: lock.expiresAt,
    });
  return refuse('locked', message, `Wait, or \`/devops unlock ${name}\` after asking whoever holds it.`);
};

function isOwn(lock: HeldLock, request: RequestFacts): boolean {
  return lock.pullRequest !== null && lock.pullRequest === request.pullRequest;
}

/** `by mona for #12 (run 1a2b3c) since …`; the reason is untrusted and stays out. */
function holderOf(lock: HeldLock): string {
  const pullRequest = lock.pullRequest === null ? '' : ` for #${lock.pullRequest}`;
  const run = lock.runId === null ? '' : ` (run \`${lock.runId}\`)`;
  const until = lock.expiresAt === null ? '' : ` until ${lock.expiresAt} at the latest`;
  return `by \`${lock.by}\`${pullRequest}${run}${until}`;
}
