import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';

/** Closes a pull request without merging it. */
export const closePullRequest = changingTool({
  name: 'github_close_pull_request',
  description: 'Closes a pull request without merging it; its branch stays.',
  risk: 'write',
  permissions: { github: ['pull_requests:write'] },
  undo: { kind: 'manual', how: 'Reopen it on GitHub.' },
  idempotent: true,
  parameters: z.object({ repository, number }),
  example: { repository: 'octo/app', number: 2 },
  async plan({ number: pull_number }, _call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.get({ ...target, pull_number });
    if (data.merged)
      return { kind: 'refused', code: 'merged', message: `#${pull_number} is merged already.` };
    const summary = `Close #${pull_number} of ${target.owner}/${target.repo} without merging; it is ${data.state}.`;
    return { kind: 'plan', summary, checkedBy: 'pre-check', before: { state: data.state } };
  },
  async handle({ number: pull_number }, _call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.update({ ...target, pull_number, state: 'closed' });
    return { kind: 'ok', value: { number: pull_number, state: data.state, url: data.html_url } };
  },
});
