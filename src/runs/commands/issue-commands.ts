import { schedules, triage } from '../../commands/index.ts';
import { renderAnswer } from '../../results/answer.ts';
import { renderSchedules } from '../../results/dashboard.ts';
import { repositoryKey } from '../run-parts.ts';
import { readSchedules } from '../schedules/sync-schedules.ts';
import { runTriage } from '../triage/triage-task.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** `/devops triage`. */
export async function triageCommanded({ context, run, parts, reply }: CommandCall): Promise<undefined> {
  const read = triage.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${triage.usage}\``);
  if (run.onPullRequest) return await reply('This command works on issues only.');
  const { outcome, enabled } = await runTriage(context, run, parts);
  if (outcome === 'triaged') return undefined;
  return await reply(
    enabled
      ? 'Nothing to change: the labels stand, nothing is missing, and no other issue is much alike.'
      : 'Triage is not turned on: there is no `triage` section in `.github/devops.yml` on the default branch.',
  );
}

/** `/devops schedules`. */
export async function showSchedules({ context, run, parts, client, reply }: CommandCall): Promise<undefined> {
  const read = schedules.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${schedules.usage}\``);
  await context.step('sync', async () => (await readSchedules(run, parts)) !== undefined);
  const list = await parts.store.schedules.list(repositoryKey(run.repository));
  const body = renderAnswer('schedules', renderSchedules(list));
  await answer(context, { client, issue: run.issue, topic: 'schedules', body });
  return undefined;
}
