import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, login } from '../github-calls/parameters.ts';

/** Repositories of an account, or all that the credentials were given. */
export const listRepositories = readTool({
  name: 'github_list_repositories',
  description: 'Lists repositories: those of an account, or, without one, those the credentials were given.',
  permissions: { github: ['metadata:read'] },
  parameters: z.object({
    owner: login.optional().describe('a user or organisation; default: what the credentials were given'),
    limit,
  }),
  example: { owner: 'octo', limit: 10 },
  async handle(input, { context }, { octokit, signal }) {
    const { rest } = octokit;
    const found = await collect(input.limit, async paging => {
      const options = { ...signal, ...paging };
      if (input.owner !== undefined) {
        const { data } = await rest.repos.listForUser({ ...options, username: input.owner, type: 'owner' });
        return data.map(shown);
      }
      // Tokens of installations, which jobs of Actions have too, belong to no user.
      if (context.installationId !== undefined || context.entry === 'action')
        return (await rest.apps.listReposAccessibleToInstallation(options)).data.repositories.map(shown);
      return (await rest.repos.listForAuthenticatedUser({ ...options, sort: 'full_name' })).data.map(shown);
    });
    return listed('repositories', found, repository => repository);
  },
});

function shown(repository: {
  readonly full_name: string;
  readonly private: boolean;
  readonly archived?: boolean | undefined;
  readonly default_branch?: string | undefined;
  readonly description: string | null;
}): object {
  const { full_name: name, archived = false, default_branch: defaultBranch = null, description } = repository;
  return { repository: name, private: repository.private, archived, defaultBranch, description };
}
