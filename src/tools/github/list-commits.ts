import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, path, ref, repository } from '../github-calls/parameters.ts';

/** The history of a branch or a file. */
export const listCommits = readTool({
  name: 'github_list_commits',
  description: 'Lists commits of a branch, newest first, or only those that changed a path.',
  permissions: { github: ['contents:read'] },
  parameters: z.object({
    repository,
    ref: ref.optional().describe('where to start; default: the default branch'),
    path: path.min(1).optional(),
    limit,
  }),
  example: { repository: 'octo/app', limit: 10 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.repos.listCommits({
        ...target,
        ...paging,
        ...(input.ref !== undefined && { sha: input.ref }),
        ...(input.path !== undefined && { path: input.path }),
      });
      return data;
    });
    return listed('commits', found, ({ sha, commit, author }) => ({
      sha,
      message: commit.message,
      // An account where GitHub knows whose address it is, else the name in the commit.
      author: author?.login ?? commit.author?.name ?? 'unknown',
      date: commit.author?.date ?? null,
    }));
  },
});
