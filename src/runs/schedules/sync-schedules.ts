import type { Config } from '../../contracts/config.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { Task } from '../../contracts/run.ts';
import { AppError } from '../../errors.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { nextTick } from './next-tick.ts';
import type { ScheduleTarget } from './schedule-parts.ts';

/** An owner's repository whose configuration holds where a repository has none. */
const organisationRepository = '.github';

/** Reads the schedules of the default branch, and of an owner's other repositories when it is the owner's file. */
export async function syncSchedules(
  context: RunContext,
  target: ScheduleTarget,
  parts: RunParts,
): Promise<void> {
  await context.step('sync', async () => (await readSchedules(target, parts)) !== undefined);
  if (target.repository.name !== organisationRepository) return;
  const { owner } = target.repository;
  const known = await parts.store.schedules.ofOwner({ owner, installationId: target.installationId });
  const { request } = context;
  await parts.enqueue(
    known
      .filter(({ name }) => name !== organisationRepository)
      .map((repository, index) => ({
        ...request,
        id: `${request.id}-${index}`,
        repository,
        task: { kind: 'sync-schedules' },
      })),
  );
}

/** Most repositories whose schedules are read when the App is given them; others begin with their next push. */
const maxGiven = 100;

/** Schedules of an installation that ends go; those of repositories that it is given are read. */
export async function syncInstallation(
  { request }: RunContext,
  { action, repositories }: Extract<Task, { kind: 'installation' }>,
  parts: RunParts,
): Promise<void> {
  if (action === 'deleted' || action === 'suspend') {
    await parts.store.schedules.removeInstallation(request.installationId);
    return;
  }
  await parts.enqueue(
    repositories.slice(0, maxGiven).flatMap((fullName, index) => {
      const [owner, name] = fullName.split('/');
      if (owner === undefined || name === undefined) return [];
      const repository = { owner, name, defaultBranch: '' };
      return [{ ...request, id: `${request.id}-${index}`, repository, task: { kind: 'sync-schedules' } }];
    }),
  );
}

/** The configuration, after its schedules were stored; undefined when the App does not reach the repository any more. */
export async function readSchedules(target: ScheduleTarget, parts: RunParts): Promise<Config | undefined> {
  const { repository, installationId } = target;
  const key = repositoryKey(repository);
  const read = await readPolicy(target, parts);
  if (read === undefined) {
    await parts.store.schedules.remove(key);
    parts.logger.info('Schedules removed: the repository is out of reach', { repository: key });
    return undefined;
  }
  const { config, defaultBranch } = read;
  const now = parts.now();
  const entries = config.schedule.flatMap(entry => {
    const next = nextTick(entry, now);
    return next === undefined ? [] : [{ entry, nextAt: next.toISOString() }];
  });
  const stored = { ...repository, defaultBranch };
  await parts.store.schedules.replace({ repository: key, installationId, target: stored }, entries);
  return config;
}

async function readPolicy(
  { repository, installationId }: ScheduleTarget,
  parts: RunParts,
): Promise<{ readonly config: Config; readonly defaultBranch: string } | undefined> {
  try {
    const client = await parts.clientFor(installationId, repository);
    const { text, branch } = await client.policy();
    const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
    return { config, defaultBranch: branch };
  } catch (error) {
    // A token for it was refused for good: the App was removed from it, or it is gone.
    if (error instanceof AppError && error.code === 'github-failed' && !error.retryable) return undefined;
    throw error;
  }
}
