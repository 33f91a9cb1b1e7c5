import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { login, repository } from '../github-calls/parameters.ts';

/** Invites somebody, or changes their role. */
export const addCollaborator = changingTool({
  name: 'github_add_collaborator',
  description:
    'Gives a person a role in a repository, by an invitation where they have none yet. Always waits for an approval.',
  // Taken back it can be, but what was read meanwhile is out.
  risk: 'destructive',
  permissions: { github: ['administration:write'] },
  undo: { kind: 'tool', tool: 'github_remove_collaborator' },
  idempotent: true,
  parameters: z.object({
    repository,
    login,
    role: z.enum(['pull', 'triage', 'push', 'maintain', 'admin']).default('pull'),
  }),
  example: { repository: 'octo/app', login: 'hubot', role: 'triage' },
  async plan({ login: username, role }, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...target, username });
    return {
      kind: 'plan',
      summary: `Give ${username} the role ${role} in ${target.owner}/${target.repo}; they have ${data.role_name} now.`,
      checkedBy: 'pre-check',
      before: { role: data.role_name },
    };
  },
  async handle({ login: username, role: permission }, _call, { octokit, target }) {
    const { status, data } = await octokit.rest.repos.addCollaborator({ ...target, username, permission });
    // 201 with an invitation, 204 when the person had access already.
    return {
      kind: 'ok',
      value: {
        login: username,
        role: permission,
        invited: status === 201,
        url: status === 201 ? data.html_url : null,
      },
    };
  },
});
