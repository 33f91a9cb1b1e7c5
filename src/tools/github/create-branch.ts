import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { branch, ref, repository } from '../github-calls/parameters.ts';

/** Starts a branch. */
export const createBranch = changingTool({
  name: 'github_create_branch',
  description: 'Creates a branch at a branch, tag or commit. An existing branch is never moved.',
  risk: 'write',
  permissions: { github: ['contents:write'] },
  undo: { kind: 'tool', tool: 'github_delete_branch' },
  idempotent: false,
  parameters: z.object({
    repository,
    name: branch,
    from: ref.optional().describe('default: the default branch'),
  }),
  example: { repository: 'octo/app', name: 'experiment' },
  async plan({ name, from }, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.getCommit({ ...target, ref: from ?? 'HEAD' });
    return {
      kind: 'plan',
      summary: `Create the branch ${name} of ${target.owner}/${target.repo} at ${data.sha}.`,
      checkedBy: 'pre-check',
    };
  },
  async handle({ name, from }, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.getCommit({ ...target, ref: from ?? 'HEAD' });
    await octokit.rest.git.createRef({ ...target, ref: `refs/heads/${name}`, sha: data.sha });
    return { kind: 'ok', value: { branch: name, sha: data.sha } };
  },
  async reconcile({ name }, _call, { octokit, target }) {
    const { data } = await octokit.rest.git.listMatchingRefs({ ...target, ref: `heads/${name}` });
    const found = data.find(({ ref: full }) => full === `refs/heads/${name}`);
    return found === undefined ? undefined : { kind: 'ok', value: { branch: name, sha: found.object.sha } };
  },
});
