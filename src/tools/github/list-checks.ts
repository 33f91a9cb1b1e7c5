import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, ref, repository } from '../github-calls/parameters.ts';

/** Whether a commit is green. */
export const listChecks = readTool({
  name: 'github_list_checks',
  description: 'Lists check runs and commit statuses of a branch, tag or commit.',
  permissions: { github: ['checks:read', 'statuses:read'] },
  parameters: z.object({ repository, ref, limit }),
  example: { repository: 'octo/app', ref: 'main' },
  async handle(input, _call, { octokit, target }) {
    const commit = { ...target, ref: input.ref };
    const found = await collect(
      input.limit,
      async paging => (await octokit.rest.checks.listForRef({ ...commit, ...paging })).data.check_runs,
    );
    const { data: combined } = await octokit.rest.repos.getCombinedStatusForRef({ ...commit, per_page: 100 });
    const answer = listed('checks', found, run => ({
      id: run.id,
      name: run.name,
      app: run.app?.slug ?? null,
      status: run.status,
      conclusion: run.conclusion,
      title: run.output.title,
      url: run.html_url,
    }));
    if (answer.kind !== 'ok') return answer;
    const statuses = combined.statuses.map(({ context, state, description, target_url: url }) => ({
      context,
      state,
      description,
      url,
    }));
    return { ...answer, value: { sha: combined.sha, ...(answer.value as object), statuses } };
  },
});
