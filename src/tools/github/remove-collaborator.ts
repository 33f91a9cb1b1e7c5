import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { login, repository } from '../github-calls/parameters.ts';

/** Takes somebody's access away. */
export const removeCollaborator = changingTool({
  name: 'github_remove_collaborator',
  description: 'Takes away a person’s access to a repository. Always waits for an approval.',
  risk: 'destructive',
  permissions: { github: ['administration:write'] },
  undo: { kind: 'tool', tool: 'github_add_collaborator' },
  idempotent: true,
  parameters: z.object({ repository, login }),
  example: { repository: 'octo/app', login: 'hubot' },
  async plan({ login: username }, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...target, username });
    return {
      kind: 'plan',
      summary: `Take away ${username}'s access to ${target.owner}/${target.repo}; their role is ${data.role_name}.`,
      checkedBy: 'pre-check',
      before: { role: data.role_name },
    };
  },
  async handle({ login: username }, _call, { octokit, target }) {
    await octokit.rest.repos.removeCollaborator({ ...target, username });
    return { kind: 'ok', value: { removed: username } };
  },
});
