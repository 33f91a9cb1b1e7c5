import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';

/** Closes an issue. */
export const closeIssue = changingTool({
  name: 'github_close_issue',
  description: 'Closes an issue as completed or not planned.',
  risk: 'write',
  permissions: { github: ['issues:write'] },
  undo: { kind: 'tool', tool: 'github_reopen_issue' },
  idempotent: true,
  parameters: z.object({
    repository,
    number,
    reason: z.enum(['completed', 'not_planned']).default('completed'),
  }),
  example: { repository: 'octo/app', number: 1, reason: 'completed' },
  async plan({ number: issue, reason }, _call, { octokit, target }) {
    const { data } = await octokit.rest.issues.get({ ...target, issue_number: issue });
    if (data.pull_request !== undefined)
      return { kind: 'refused', code: 'is-pull-request', message: `#${issue} is a pull request, no issue.` };
    const summary = `Close #${issue} of ${target.owner}/${target.repo} as ${reason}; it is ${data.state}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { state: data.state } };
  },
  async handle({ number: issue, reason }, _call, { octokit, target }) {
    const change = { state: 'closed', state_reason: reason } as const;
    const { data } = await octokit.rest.issues.update({ ...target, issue_number: issue, ...change });
    return { kind: 'ok', value: { number: issue, state: data.state, url: data.html_url } };
  },
});
