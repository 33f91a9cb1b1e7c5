import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, repository } from '../github-calls/parameters.ts';

/** Where a repository deploys to. */
export const listEnvironments = readTool({
  name: 'github_list_environments',
  description: 'Lists the deployment environments of a repository with their protection rules.',
  permissions: { github: ['actions:read'] },
  parameters: z.object({ repository, limit }),
  example: { repository: 'octo/app' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(
      input.limit,
      async paging =>
        (await octokit.rest.repos.getAllEnvironments({ ...target, ...paging })).data.environments ?? [],
    );
    return listed('environments', found, environment => ({
      name: environment.name,
      protection: (environment.protection_rules ?? []).map(({ type }) => type),
      url: environment.html_url,
    }));
  },
});
