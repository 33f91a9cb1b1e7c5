import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { labels, limit, login, repository } from '../github-calls/parameters.ts';

/** Issues, without pull requests. */
export const listIssues = readTool({
  name: 'github_list_issues',
  description: 'Lists issues of a repository, newest first, without pull requests.',
  permissions: { github: ['issues:read'] },
  parameters: z.object({
    repository,
    state: z.enum(['open', 'closed', 'all']).default('open'),
    labels: labels.optional().describe('only issues with all of these labels'),
    assignee: login.optional(),
    limit,
  }),
  example: { repository: 'octo/app', state: 'open', limit: 10 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(input.limit, async paging => {
      const { data } = await octokit.rest.issues.listForRepo({
        ...target,
        ...paging,
        state: input.state,
        ...(input.labels !== undefined && { labels: input.labels.join(',') }),
        ...(input.assignee !== undefined && { assignee: input.assignee }),
      });
      return data;
    });
    // GitHub lists pull requests as issues too.
    const issues = found.elements.filter(issue => issue.pull_request === undefined);
    return listed('issues', { elements: issues, more: found.more }, issue => ({
      number: issue.number,
      title: issue.title,
      state: issue.state,
      author: issue.user?.login ?? 'ghost',
      labels: issue.labels.map(label => (typeof label === 'string' ? label : (label.name ?? ''))),
      comments: issue.comments,
      createdAt: issue.created_at,
      updatedAt: issue.updated_at,
      url: issue.html_url,
    }));
  },
});
