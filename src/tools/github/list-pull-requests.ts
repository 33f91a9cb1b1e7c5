import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { branch, limit, repository } from '../github-calls/parameters.ts';
import { labelNames, loginOf } from '../github-calls/shown.ts';

/** Pull requests. */
export const listPullRequests = readTool({
  name: 'github_list_pull_requests',
  description: 'Lists pull requests of a repository, newest first.',
  permissions: { github: ['pull_requests:read'] },
  parameters: z.object({
    repository,
    state: z.enum(['open', 'closed', 'all']).default('open'),
    base: branch.optional().describe('only those into this branch'),
    limit,
  }),
  example: { repository: 'octo/app', state: 'all' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.pulls.list({
        ...target,
        ...paging,
        state: input.state,
        ...(input.base !== undefined && { base: input.base }),
      });
      return data;
    });
    return listed('pullRequests', found, pull => ({
      number: pull.number,
      title: pull.title,
      state: pull.merged_at === null ? pull.state : 'merged',
      draft: pull.draft ?? false,
      author: loginOf(pull.user),
      head: pull.head.ref,
      headSha: pull.head.sha,
      base: pull.base.ref,
      labels: labelNames(pull.labels),
      updatedAt: pull.updated_at,
      url: pull.html_url,
    }));
  },
});
