import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';

/** Opens a closed issue again. */
export const reopenIssue = changingTool({
  name: 'github_reopen_issue',
  description: 'Opens a closed issue again.',
  risk: 'write',
  permissions: { github: ['issues:write'] },
  undo: { kind: 'tool', tool: 'github_close_issue' },
  idempotent: true,
  parameters: z.object({ repository, number }),
  example: { repository: 'octo/app', number: 1 },
  async plan({ number: issue }, _call, { octokit, target }) {
    const { data } = await octokit.rest.issues.get({ ...target, issue_number: issue });
    if (data.pull_request !== undefined)
      return { kind: 'refused', code: 'is-pull-request', message: `#${issue} is a pull request, no issue.` };
    const summary = `Reopen #${issue} of ${target.owner}/${target.repo}; it is ${data.state}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { state: data.state } };
  },
  async handle({ number: issue }, _call, { octokit, target }) {
    const { data } = await octokit.rest.issues.update({ ...target, issue_number: issue, state: 'open' });
    return { kind: 'ok', value: { number: issue, state: data.state, url: data.html_url } };
  },
});
