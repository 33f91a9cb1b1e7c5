import { z } from 'zod';
import { callMarker } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, number, repository } from '../github-calls/parameters.ts';

/** Writes below a pull request. */
export const commentOnPullRequest = changingTool({
  name: 'github_comment_on_pull_request',
  description: 'Comments on a pull request. What a model wrote mentions nobody and closes nothing.',
  risk: 'write',
  permissions: { github: ['pull_requests:write'] },
  undo: { kind: 'manual', how: 'Delete the comment on GitHub.' },
  idempotent: false,
  parameters: z.object({ repository, number, body: body.min(1) }),
  example: { repository: 'octo/app', number: 2, body: 'The cause is a missing lock file.' },
  async plan(input, _call, { octokit, target }) {
    await octokit.rest.pulls.get({ ...target, pull_number: input.number });
    const summary = `Comment on #${input.number} of ${target.owner}/${target.repo}: ${input.body.slice(0, 200)}`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle(input, call, { octokit, target }) {
    const { data } = await octokit.rest.issues.createComment({
      ...target,
      issue_number: input.number,
      body: outgoingMarkdown(input.body, call),
    });
    return { kind: 'ok', value: { id: data.id, url: data.html_url } };
  },
  async reconcile(input, call, { octokit, target }) {
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
      ...target,
      issue_number: input.number,
      per_page: 100,
    });
    const found = comments.find(({ body: text }) => text?.includes(callMarker(call)) === true);
    return found === undefined ? undefined : { kind: 'ok', value: { id: found.id, url: found.html_url } };
  },
});
