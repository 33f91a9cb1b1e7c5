import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { id, repository } from '../github-calls/parameters.ts';

/** Runs a finished workflow again. */
export const rerunWorkflow = changingTool({
  name: 'github_rerun_workflow',
  description: 'Runs a finished workflow run again: all of it, or its failed jobs only.',
  risk: 'write',
  permissions: { github: ['actions:write'] },
  undo: { kind: 'tool', tool: 'github_cancel_workflow_run' },
  idempotent: false,
  parameters: z.object({ repository, run: id, failedOnly: z.boolean().default(true) }),
  example: { repository: 'octo/app', run: 1 },
  async plan({ run, failedOnly }, _call, { octokit, target }) {
    const { data } = await octokit.rest.actions.getWorkflowRun({ ...target, run_id: run });
    if (data.status !== 'completed')
      return { kind: 'refused', code: 'still-running', message: `The run ${run} is ${data.status}.` };
    const what = failedOnly ? 'the failed jobs' : 'all jobs';
    return {
      kind: 'plan',
      summary: `Run ${what} of ${data.path} run ${run} again (${data.head_branch}, ${data.conclusion}).`,
      checkedBy: 'pre-check',
      before: { attempt: data.run_attempt ?? 1 },
    };
  },
  async handle({ run, failedOnly }, _call, { octokit, target }) {
    const { actions } = octokit.rest;
    const options = { ...target, run_id: run };
    await (failedOnly ? actions.reRunWorkflowFailedJobs(options) : actions.reRunWorkflow(options));
    return { kind: 'ok', value: { run, started: true } };
  },
});
