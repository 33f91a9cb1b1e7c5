import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { branch, repository } from '../github-calls/parameters.ts';

/** Removes a branch. */
export const deleteBranch = changingTool({
  name: 'github_delete_branch',
  description:
    'Deletes a branch that is neither the default branch nor protected. Always waits for an approval.',
  risk: 'destructive',
  permissions: { github: ['contents:write'] },
  undo: {
    kind: 'manual',
    how: 'Create it again with github_create_branch at the commit that the plan names.',
  },
  idempotent: true,
  parameters: z.object({ repository, name: branch }),
  example: { repository: 'octo/app', name: 'experiment' },
  async plan({ name }, _call, { octokit, target }) {
    const { data: about } = await octokit.rest.repos.get(target);
    const { data: found } = await octokit.rest.repos.getBranch({ ...target, branch: name });
    if (about.default_branch === name || found.protected) {
      const why = found.protected ? 'is protected' : 'is the default branch';
      return { kind: 'refused', code: 'branch-protected', message: `${name} ${why}; it is not deleted.` };
    }
    const { sha } = found.commit;
    const summary = `Delete the branch ${name} of ${target.owner}/${target.repo}, which is at ${sha}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { sha } };
  },
  async handle({ name }, _call, { octokit, target }) {
    await octokit.rest.git.deleteRef({ ...target, ref: `heads/${name}` });
    return { kind: 'ok', value: { deleted: name } };
  },
});
