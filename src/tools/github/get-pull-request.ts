import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';
import { labelNames, loginOf } from '../github-calls/shown.ts';

/** One pull request. */
export const getPullRequest = readTool({
  name: 'github_get_pull_request',
  description: 'Gets a pull request: text, branches, size, whether it can be merged, and its reviews.',
  permissions: { github: ['pull_requests:read'] },
  parameters: z.object({ repository, number }),
  example: { repository: 'octo/app', number: 2 },
  async handle({ number: pull_number }, _call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.get({ ...target, pull_number });
    const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
      ...target,
      pull_number,
      per_page: 100,
    });
    return {
      kind: 'ok',
      value: {
        number: data.number,
        title: data.title,
        state: data.merged ? 'merged' : data.state,
        draft: data.draft ?? false,
        author: loginOf(data.user),
        head: {
          ref: data.head.ref,
          sha: data.head.sha,
          fork: data.head.repo?.full_name !== data.base.repo.full_name,
        },
        base: { ref: data.base.ref, sha: data.base.sha },
        mergeable: data.mergeable,
        mergeableState: data.mergeable_state,
        commits: data.commits,
        changedFiles: data.changed_files,
        additions: data.additions,
        deletions: data.deletions,
        labels: labelNames(data.labels),
        reviews: reviews.map(review => ({
          author: loginOf(review.user),
          state: review.state,
          sha: review.commit_id,
          body: review.body,
        })),
        body: data.body ?? '',
        url: data.html_url,
      },
    };
  },
});
