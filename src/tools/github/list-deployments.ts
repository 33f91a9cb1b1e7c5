import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { environment, ref, repository } from '../github-calls/parameters.ts';
import { loginOf } from '../github-calls/shown.ts';

/** Deployments, newest first. */
export const listDeployments = readTool({
  name: 'github_list_deployments',
  description:
    'Lists deployments of a repository, newest first, by environment or ref, with the newest status of each.',
  permissions: { github: ['deployments:read'] },
  parameters: z.object({
    repository,
    environment: environment.optional(),
    ref: ref.optional(),
    limit: z.int().min(1).max(100).default(10),
  }),
  example: { repository: 'octo/app', environment: 'staging' },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.repos.listDeployments({
        ...target,
        ...paging,
        ...(input.environment !== undefined && { environment: input.environment }),
        ...(input.ref !== undefined && { ref: input.ref }),
      });
      return data;
    });
    const shown: object[] = [];
    for (const deployment of found.elements) {
      const { data } = await octokit.rest.repos.listDeploymentStatuses({
        ...target,
        deployment_id: Number(deployment.id),
        per_page: 1,
      });
      shown.push({
        id: deployment.id,
        environment: deployment.environment,
        ref: deployment.ref,
        sha: deployment.sha,
        creator: loginOf(deployment.creator),
        createdAt: deployment.created_at,
        description: deployment.description,
        state: data[0]?.state ?? 'pending',
        url: data[0]?.environment_url ?? null,
      });
    }
    return listed('deployments', { elements: shown, more: found.more }, deployment => deployment);
  },
});
