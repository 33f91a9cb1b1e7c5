import { status } from '../../commands/index.ts';
import { renderAnswer } from '../../results/answer.ts';
import { renderDeployStatus, renderHistory } from '../../results/deploy-status.ts';
import { renderStatus } from '../../results/status.ts';
import { linksOf, repositoryKey } from '../run-parts.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** How many deployments are looked at, and how many an environment's history shows. */
const maxLooked = 200;
const maxShown = 10;

/** `/devops status`: the newest review of the pull request, and what is deployed where. */
export async function showStatus(call: CommandCall): Promise<undefined> {
  const { run, parts, context, client } = call;
  const read = status.read(run.command);
  if (read.kind === 'usage') return await call.reply(`${read.message}\n\nUsage: \`${status.usage}\``);
  const { environment } = read.value;
  const repository = repositoryKey(run.repository);
  const records = await parts.store.deployments.list({
    repository,
    ...(environment === undefined ? {} : { environment }),
    limit: environment === undefined ? maxLooked : maxShown,
  });
  const links = linksOf(run.repository, parts);
  const locks = await parts.store.locks.list(repository);
  const latest = run.onPullRequest
    ? await parts.store.reviews.latest({ repository, pullRequest: run.issue })
    : undefined;
  const text =
    environment === undefined
      ? [
          ...(run.onPullRequest ? [renderStatus(latest)] : []),
          renderDeployStatus(records, { links, locks }),
        ].join('\n\n')
      : renderHistory(environment, records, links);
  await answer(context, { client, issue: run.issue, topic: 'status', body: renderAnswer('status', text) });
  return undefined;
}
