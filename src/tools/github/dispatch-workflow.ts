import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { branch, repository, workflow } from '../github-calls/parameters.ts';

/** Starts a workflow by hand. */
export const dispatchWorkflow = changingTool({
  name: 'github_dispatch_workflow',
  description:
    'Starts a workflow that has the workflow_dispatch trigger, on a branch, with inputs. Always waits for an approval, because a workflow can do anything its secrets allow.',
  risk: 'destructive',
  permissions: { github: ['actions:write'] },
  undo: { kind: 'tool', tool: 'github_cancel_workflow_run' },
  idempotent: false,
  parameters: z.object({
    repository,
    workflow,
    branch: branch.optional().describe('default: the default branch'),
    inputs: z.record(z.string().max(100), z.string().max(5000)).default({}),
  }),
  example: { repository: 'octo/app', workflow: 'ci.yml', inputs: {} },
  async plan(input, _call, { octokit, target }) {
    const branchName = input.branch ?? (await octokit.rest.repos.get(target)).data.default_branch;
    const { data } = await octokit.rest.repos.getBranch({ ...target, branch: branchName });
    const inputs = Object.entries(input.inputs).map(([name, value]) => `${name}=${value}`);
    const where = `${branchName} (${data.commit.sha}) of ${target.owner}/${target.repo}`;
    const summary = `Start ${input.workflow} on ${where}${inputs.length === 0 ? '' : ` with ${inputs.join(', ')}`}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { sha: data.commit.sha } };
  },
  async handle(input, _call, { octokit, target }) {
    const ref = input.branch ?? (await octokit.rest.repos.get(target)).data.default_branch;
    await octokit.rest.actions.createWorkflowDispatch({
      ...target,
      workflow_id: input.workflow,
      ref,
      ...(Object.keys(input.inputs).length > 0 && { inputs: input.inputs }),
    });
    return { kind: 'ok', value: { workflow: input.workflow, branch: ref, started: true } };
  },
});
