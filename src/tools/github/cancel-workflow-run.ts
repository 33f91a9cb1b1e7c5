import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { id, repository } from '../github-calls/parameters.ts';

/** Stops a run. */
export const cancelWorkflowRun = changingTool({
  name: 'github_cancel_workflow_run',
  description: 'Cancels a workflow run that is queued or in progress.',
  risk: 'write',
  permissions: { github: ['actions:write'] },
  undo: { kind: 'tool', tool: 'github_rerun_workflow' },
  idempotent: true,
  parameters: z.object({ repository, run: id }),
  example: { repository: 'octo/app', run: 2 },
  async plan({ run }, _call, { octokit, target }) {
    const { data } = await octokit.rest.actions.getWorkflowRun({ ...target, run_id: run });
    if (data.status === 'completed')
      return { kind: 'refused', code: 'ended', message: `The run ${run} has ended (${data.conclusion}).` };
    const summary = `Cancel ${data.path} run ${run} on ${data.head_branch}, which is ${data.status}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle({ run }, _call, { octokit, target }) {
    await octokit.rest.actions.cancelWorkflowRun({ ...target, run_id: run });
    return { kind: 'ok', value: { run, cancelled: true } };
  },
});
