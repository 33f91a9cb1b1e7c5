import { z } from 'zod';
import { changingTool } from '../github-calls/define-github-tool.ts';
import { mergeObstacles } from '../github-calls/merge-obstacles.ts';
import { number, repository, sha } from '../github-calls/parameters.ts';

/** Merges a pull request whose gates pass. */
export const mergePullRequest = changingTool({
  name: 'github_merge_pull_request',
  description:
    'Merges a pull request at one head commit, if it can be merged, every check of that commit passed and no reviewer asks for changes. Always waits for an approval.',
  risk: 'destructive',
  permissions: { github: ['contents:write', 'pull_requests:write', 'checks:read', 'statuses:read'] },
  undo: { kind: 'manual', how: 'Open a pull request that reverts the merge commit.' },
  idempotent: true,
  timeoutMs: 60_000,
  parameters: z.object({
    repository,
    number,
    headSha: sha.describe('the head commit that was looked at'),
    method: z.enum(['merge', 'squash', 'rebase']).default('squash'),
    approvals: z.int().min(0).max(6).default(1).describe('approving reviews needed at this head'),
  }),
  example: { repository: 'octo/app', number: 2, headSha: '0'.repeat(40), method: 'squash' },
  async plan(input, _call, { octokit, target }) {
    const obstacles = await mergeObstacles(octokit, target, input);
    const name = `#${input.number} of ${target.owner}/${target.repo}`;
    if (obstacles.length > 0)
      return { kind: 'refused', code: 'gates', message: `${name} is not merged: ${obstacles.join('; ')}.` };
    return {
      kind: 'plan',
      summary: `Merge ${name} at ${input.headSha} (${input.method}).`,
      checkedBy: 'pre-check',
      before: { headSha: input.headSha },
    };
  },
  async handle(input, _call, { octokit, target }) {
    // GitHub compares the SHA itself, so that a push between the look and the merge is not merged.
    const { data } = await octokit.rest.pulls.merge({
      ...target,
      pull_number: input.number,
      sha: input.headSha,
      merge_method: input.method,
    });
    return { kind: 'ok', value: { number: input.number, merged: data.merged, sha: data.sha } };
  },
  async reconcile(input, _call, { octokit, target }) {
    const { data } = await octokit.rest.pulls.get({ ...target, pull_number: input.number });
    if (!data.merged || data.head.sha !== input.headSha) return undefined;
    return { kind: 'ok', value: { number: input.number, merged: true, sha: data.merge_commit_sha } };
  },
});
