import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, repository } from '../github-calls/parameters.ts';

/** Who may do what in a repository. */
export const listCollaborators = readTool({
  name: 'github_list_collaborators',
  description: 'Lists who has access to a repository and in which role. The caller needs push access.',
  permissions: { github: ['metadata:read'] },
  parameters: z.object({
    repository,
    affiliation: z.enum(['outside', 'direct', 'all']).default('all'),
    limit,
  }),
  example: { repository: 'octo/app', affiliation: 'direct' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { affiliation } = input;
      return (await octokit.rest.repos.listCollaborators({ ...target, ...paging, affiliation })).data;
    });
    return listed('collaborators', found, ({ login, type, role_name: role }) => ({ login, type, role }));
  },
});
