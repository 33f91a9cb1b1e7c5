import { diagnose, flaky } from '../../commands/index.ts';
import { renderAnswer } from '../../results/answer.ts';
import { renderFlaky } from '../../results/ci-comment.ts';
import { diagnosePullRequest } from '../ci/diagnose-pull-request.ts';
import { repositoryKey } from '../run-parts.ts';
import { answer } from './answer.ts';
import type { CommandCall } from './command-run.ts';

/** `/devops diagnose`: the comment about CI, made anew; a sentence when nothing failed. */
export async function diagnoseCommanded({ context, run, parts, reply }: CommandCall): Promise<undefined> {
  const read = diagnose.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${diagnose.usage}\``);
  const { repository, installationId, issue: pullRequest } = run;
  const said = await diagnosePullRequest(context, { repository, installationId, pullRequest }, parts);
  return said === undefined ? undefined : await reply(said);
}

/** `/devops flaky`: the tests that failed and passed on one commit. */
export async function showFlaky({ context, run, parts, client, reply }: CommandCall): Promise<undefined> {
  const read = flaky.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${flaky.usage}\``);
  const tests = await parts.store.ci.flaky(repositoryKey(run.repository), 50);
  const body = renderAnswer('flaky', renderFlaky(tests));
  await answer(context, { client, issue: run.issue, topic: 'flaky', body });
  return undefined;
}
