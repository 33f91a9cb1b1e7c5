import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { repository } from '../github-calls/parameters.ts';

/** Deletes a repository for good. */
export const deleteRepository = changingTool({
  name: 'github_delete_repository',
  description:
    'Deletes a repository with everything in it. It must be named twice, and always waits for an approval.',
  risk: 'destructive',
  permissions: { github: ['administration:write'] },
  undo: { kind: 'manual', how: 'An owner can restore it for 90 days under Settings, Deleted repositories.' },
  idempotent: true,
  parameters: z.object({
    repository,
    confirm: z.string().max(150).describe('the repository once more, as owner/name'),
  }),
  example: { repository: 'octo/scratch', confirm: 'octo/scratch' },
  async plan({ confirm }, _call, { octokit, target }) {
    const name = `${target.owner}/${target.repo}`;
    if (confirm.toLowerCase() !== name.toLowerCase())
      return { kind: 'refused', code: 'not-confirmed', message: `"confirm" must repeat the name: ${name}.` };
    const { data } = await octokit.rest.repos.get(target);
    const before = { id: data.id, pushedAt: data.pushed_at, stars: data.stargazers_count };
    const facts = `${data.stargazers_count} stars, ${data.forks_count} forks, last push ${data.pushed_at}`;
    return { kind: 'plan', summary: `Delete ${name} for good (${facts}).`, checkedBy: 'pre-check', before };
  },
  async handle(_input, _call, { octokit, target }) {
    await octokit.rest.repos.delete(target);
    return { kind: 'ok', value: { deleted: `${target.owner}/${target.repo}` } };
  },
});
