import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { id, limit, repository } from '../github-calls/parameters.ts';

/** The jobs of a run. */
export const listWorkflowJobs = readTool({
  name: 'github_list_workflow_jobs',
  description: 'Lists the jobs of a workflow run (its newest attempt) with their steps and conclusions.',
  permissions: { github: ['actions:read'] },
  parameters: z.object({ repository, run: id, limit }),
  example: { repository: 'octo/app', run: 1 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(
      input.limit,
      async paging =>
        (await octokit.rest.actions.listJobsForWorkflowRun({ ...target, ...paging, run_id: input.run })).data
          .jobs,
    );
    return listed('jobs', found, job => ({
      id: job.id,
      name: job.name,
      status: job.status,
      conclusion: job.conclusion,
      startedAt: job.started_at,
      completedAt: job.completed_at,
      runner: job.labels,
      failedSteps: (job.steps ?? [])
        .filter(({ conclusion }) => conclusion === 'failure')
        .map(({ name }) => name),
      url: job.html_url,
    }));
  },
});
