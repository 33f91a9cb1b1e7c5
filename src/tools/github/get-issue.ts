import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';
import { labelNames, loginOf } from '../github-calls/shown.ts';

/** One issue with its conversation. */
export const getIssue = readTool({
  name: 'github_get_issue',
  description:
    'Gets an issue (or the conversation of a pull request): text, labels, state and its comments, oldest first.',
  permissions: { github: ['issues:read'] },
  parameters: z.object({
    repository,
    number,
    comments: z.int().min(0).max(300).default(50).describe('most comments'),
  }),
  example: { repository: 'octo/app', number: 1 },
  async handle(input, _call, { octokit, target }) {
    const issue = { ...target, issue_number: input.number };
    const { data } = await octokit.rest.issues.get(issue);
    const found =
      input.comments === 0
        ? { elements: [], more: data.comments > 0 }
        : await collect(
            input.comments,
            async paging => (await octokit.rest.issues.listComments({ ...issue, ...paging })).data,
          );
    const answer = listed('comments', found, comment => ({
      author: loginOf(comment.user),
      at: comment.created_at,
      body: comment.body ?? '',
    }));
    const value = {
      number: data.number,
      title: data.title,
      state: data.state,
      reason: data.state_reason ?? null,
      author: loginOf(data.user),
      labels: labelNames(data.labels),
      assignees: (data.assignees ?? []).map(loginOf),
      isPullRequest: data.pull_request !== undefined,
      createdAt: data.created_at,
      body: data.body ?? '',
      url: data.html_url,
    };
    return answer.kind === 'ok' ? { ...answer, value: { ...value, ...(answer.value as object) } } : answer;
  },
});
