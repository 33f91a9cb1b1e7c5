import { z } from 'zod';
import { callMarker } from '../github-calls/call-marker.ts';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { outgoingMarkdown } from '../github-calls/outgoing-markdown.ts';
import { body, number, path, repository, sha } from '../github-calls/parameters.ts';

const comment = z.object({
  path: path.min(1),
  line: z.int().min(1).describe('line of the new version, which the diff must show'),
  body: body.min(1),
});

/** Reviews a pull request. An approval is a person's word, so there is none here. */
export const reviewPullRequest = changingTool({
  name: 'github_review_pull_request',
  description:
    'Reviews a pull request at one head commit: comments or asks for changes, also on lines. It cannot approve: that is for people.',
  risk: 'write',
  permissions: { github: ['pull_requests:write'] },
  undo: { kind: 'manual', how: 'Dismiss the review on GitHub.' },
  idempotent: false,
  parameters: z.object({
    repository,
    number,
    headSha: sha.describe('the head commit that was looked at'),
    event: z.enum(['comment', 'request_changes']).default('comment'),
    body: body.min(1),
    comments: z.array(comment).max(50).default([]),
  }),
  example: {
    repository: 'octo/app',
    number: 2,
    headSha: '0'.repeat(40),
    event: 'comment',
    body: 'Two remarks.',
  },
  async plan(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.get({ ...target, pull_number: input.number });
    if (data.head.sha !== input.headSha) {
      const message = `The head of #${input.number} is ${data.head.sha}, not ${input.headSha}; look at it again.`;
      return { kind: 'refused', code: 'head-moved', message };
    }
    const summary = `Review #${input.number} of ${target.owner}/${target.repo} (${input.event}, ${input.comments.length} comments on lines).`;
    return { kind: 'plan', summary, checkedBy: 'pre-check' };
  },
  async handle(input, call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.createReview({
      ...target,
      pull_number: input.number,
      commit_id: input.headSha,
      event: input.event === 'comment' ? 'COMMENT' : 'REQUEST_CHANGES',
      body: outgoingMarkdown(input.body, call),
      comments: input.comments.map(({ path: file, line, body: text }) => ({
        path: file,
        line,
        side: 'RIGHT',
        body: outgoingMarkdown(text, call),
      })),
    });
    return { kind: 'ok', value: { id: data.id, state: data.state, url: data.html_url } };
  },
  async reconcile(input, call, { octokit, target }) {
    const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
      ...target,
      pull_number: input.number,
      per_page: 100,
    });
    const found = reviews.find(({ body: text }) => text.includes(callMarker(call)));
    return found === undefined
      ? undefined
      : { kind: 'ok', value: { id: found.id, state: found.state, url: found.html_url } };
  },
});
