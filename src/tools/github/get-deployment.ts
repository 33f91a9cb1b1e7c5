import { z } from 'zod';
import { collect } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { id, repository } from '../github-calls/parameters.ts';
import { loginOf } from '../github-calls/shown.ts';

/** One deployment and what became of it. */
export const getDeployment = readTool({
  name: 'github_get_deployment',
  description: 'Gets a deployment with all its statuses, newest first.',
  permissions: { github: ['deployments:read'] },
  parameters: z.object({ repository, deployment: id }),
  example: { repository: 'octo/app', deployment: 1 },
  async handle(input, _call, { octokit, target }) {
    const options = { ...target, deployment_id: input.deployment };
    const { data } = await octokit.rest.repos.getDeployment(options);
    const { elements } = await collect(
      100,
      async paging => (await octokit.rest.repos.listDeploymentStatuses({ ...options, ...paging })).data,
    );
    return {
      kind: 'ok',
      value: {
        id: data.id,
        environment: data.environment,
        ref: data.ref,
        sha: data.sha,
        task: data.task,
        creator: loginOf(data.creator),
        createdAt: data.created_at,
        statuses: elements.map(status => ({
          state: status.state,
          at: status.created_at,
          by: loginOf(status.creator),
          description: status.description,
          logUrl: status.log_url ?? null,
        })),
      },
    };
  },
});
