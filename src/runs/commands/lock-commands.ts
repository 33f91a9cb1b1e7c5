import { lock, locks, unlock } from '../../commands/index.ts';
import { globalLock, type LockAnswer, type LockWaiter } from '../../contracts/lock.ts';
import { lockLine, renderLocks } from '../../results/locks.ts';
import { repositoryKey } from '../run-parts.ts';
import type { CommandCall } from './command-run.ts';
import { type DeployPolicy, findEnvironment, readDeployPolicy } from './deploy-policy.ts';

/** `/devops lock`: keeps an environment, or all, for the pull request. */
export async function lockEnvironment(call: CommandCall): Promise<undefined> {
  const { run, context, parts, reply } = call;
  const read = lock.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${lock.usage}\``);
  const { reason, minutes } = read.value;
  const target = await targetOf(call, read.value.environment);
  if (target.kind === 'answered') return undefined;
  const answer = await context.step('lock', async (): Promise<LockAnswer> => {
    return await parts.store.locks.keep({
      repository: repositoryKey(run.repository),
      environment: target.environment,
      pullRequest: run.onPullRequest ? run.issue : null,
      runId: context.request.id,
      by: context.request.actor.login,
      reason,
      expiresAfterMinutes: minutes,
    });
  });
  const what = target.environment === globalLock ? 'All environments are' : `\`${target.environment}\` is`;
  if (answer.kind === 'held') {
    const until = answer.lock.expiresAt === null ? '' : ` until ${answer.lock.expiresAt}`;
    return await reply(`🔒 ${what} locked for this pull request${until}.`);
  }
  return await reply(`${what} locked already: ${lockLine(answer.lock)}.`);
}

/** `/devops unlock`: frees what nobody works under; the next in line begins. */
export async function unlockEnvironment(call: CommandCall): Promise<undefined> {
  const { run, context, parts, reply } = call;
  const read = unlock.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${unlock.usage}\``);
  const target = await targetOf(call, read.value.environment);
  if (target.kind === 'answered') return undefined;
  const { environment } = target;
  const repository = repositoryKey(run.repository);
  const answer = await context.step('unlock', () =>
    parts.store.locks.unlock({ repository, environment, force: false }),
  );
  const what = environment === globalLock ? 'All environments' : `\`${environment}\``;
  if (answer.kind === 'free') return await reply(`${what}: there is no lock.`);
  if (answer.kind === 'busy')
    return await reply(
      `${what}: a deployment is at work under the lock (${lockLine(answer.lock)}). Cancel it first: \`/devops cancel ${answer.lock.runId ?? ''}\`.`,
    );
  await wakeNext(call, answer.next);
  // Whoever waits behind the lock over all environments looks again.
  if (environment === globalLock) await wakeWaiting(call);
  const next = answer.next === null ? '' : ` Run \`${answer.next.runId}\` was next in line and begins.`;
  return await reply(`🔓 ${what} unlocked; it was locked ${lockLine(answer.lock)}.${next}`);
}

/** `/devops locks`. */
export async function showLocks({ run, parts, reply }: CommandCall): Promise<undefined> {
  const read = locks.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${locks.usage}\``);
  const list = await parts.store.locks.list(repositoryKey(run.repository));
  return await reply(
    renderLocks(list.map(entry => ({ ...entry, isGlobal: entry.environment === globalLock }))),
  );
}

async function wakeNext({ parts }: CommandCall, next: LockWaiter | null): Promise<void> {
  if (next !== null) await parts.wake([next.runId]);
}

async function wakeWaiting({ run, parts }: CommandCall): Promise<void> {
  const waiting = await parts.store.deployments.list({
    repository: repositoryKey(run.repository),
    states: ['checking', 'waiting-for-lock'],
    limit: 100,
  });
  await parts.wake(waiting.map(({ runId }) => runId));
}

type Target = { readonly kind: 'target'; readonly environment: string } | { readonly kind: 'answered' };

/** One environment that the person may deploy to; all of them for whoever may deploy to each. */
async function targetOf(call: CommandCall, name: string | null): Promise<Target> {
  const policy = await readDeployPolicy(call);
  if (name === null) {
    if (mayLockAll(policy)) return { kind: 'target', environment: globalLock };
    await call.refuse();
    return { kind: 'answered' };
  }
  const found = findEnvironment(policy, name);
  if (found.kind === 'found') return { kind: 'target', environment: found.environment.name };
  if (found.kind === 'unknown') await call.reply(found.message);
  else await call.refuse();
  return { kind: 'answered' };
}

function mayLockAll({ deploy, allowed }: DeployPolicy): boolean {
  return deploy.environments.length > 0 && allowed.length === deploy.environments.length;
}
