import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, repository } from '../github-calls/parameters.ts';

/** Branches and what they point at. */
export const listBranches = readTool({
  name: 'github_list_branches',
  description: 'Lists the branches of a repository with their head commits, and whether they are protected.',
  permissions: { github: ['contents:read'] },
  parameters: z.object({
    repository,
    protected: z.boolean().optional().describe('only such branches'),
    limit,
  }),
  example: { repository: 'octo/app' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.repos.listBranches({
        ...target,
        ...paging,
        ...(input.protected !== undefined && { protected: input.protected }),
      });
      return data;
    });
    return listed('branches', found, branch => ({
      name: branch.name,
      sha: branch.commit.sha,
      protected: branch.protected,
    }));
  },
});
