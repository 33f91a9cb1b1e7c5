import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, repository } from '../github-calls/parameters.ts';

/** The workflows of a repository. */
export const listWorkflows = readTool({
  name: 'github_list_workflows',
  description:
    'Lists the GitHub Actions workflows of a repository with their files and whether they are enabled.',
  permissions: { github: ['actions:read'] },
  parameters: z.object({ repository, limit }),
  example: { repository: 'octo/app' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(
      input.limit,
      async paging => (await octokit.rest.actions.listRepoWorkflows({ ...target, ...paging })).data.workflows,
    );
    return listed('workflows', found, ({ id, name, path, state }) => ({ id, name, path, state }));
  },
});
