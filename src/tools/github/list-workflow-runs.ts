import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { branch, limit, repository, sha, workflow } from '../github-calls/parameters.ts';
import { loginOf } from '../github-calls/shown.ts';

/** Runs of workflows, newest first. */
export const listWorkflowRuns = readTool({
  name: 'github_list_workflow_runs',
  description: 'Lists runs of GitHub Actions workflows, newest first, by workflow, branch, commit or state.',
  permissions: { github: ['actions:read'] },
  parameters: z.object({
    repository,
    workflow: workflow.optional(),
    branch: branch.optional(),
    headSha: sha.optional(),
    status: z
      .enum(['queued', 'in_progress', 'waiting', 'completed', 'success', 'failure', 'cancelled', 'timed_out'])
      .optional(),
    limit,
  }),
  example: { repository: 'octo/app', status: 'failure', limit: 5 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const options = {
        ...target,
        ...paging,
        ...(input.branch !== undefined && { branch: input.branch }),
        ...(input.headSha !== undefined && { head_sha: input.headSha }),
        ...(input.status !== undefined && { status: input.status }),
      };
      const { data } =
        input.workflow === undefined
          ? await octokit.rest.actions.listWorkflowRunsForRepo(options)
          : await octokit.rest.actions.listWorkflowRuns({ ...options, workflow_id: input.workflow });
      return data.workflow_runs;
    });
    return listed('runs', found, run => ({
      id: run.id,
      workflow: run.path,
      title: run.display_title,
      event: run.event,
      branch: run.head_branch,
      headSha: run.head_sha,
      status: run.status,
      conclusion: run.conclusion,
      attempt: run.run_attempt ?? 1,
      actor: loginOf(run.actor),
      createdAt: run.created_at,
      url: run.html_url,
    }));
  },
});
