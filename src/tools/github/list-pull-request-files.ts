import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { number, repository } from '../github-calls/parameters.ts';

/** What a pull request changes. */
export const listPullRequestFiles = readTool({
  name: 'github_list_pull_request_files',
  description: 'Lists the files that a pull request changes, with their patches.',
  permissions: { github: ['pull_requests:read'] },
  maxResultBytes: 192 * 1024,
  parameters: z.object({
    repository,
    number,
    patches: z.boolean().default(true),
    limit: z.int().min(1).max(3000).default(100),
  }),
  example: { repository: 'octo/app', number: 2 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(
      input.limit,
      async paging =>
        (await octokit.rest.pulls.listFiles({ ...target, pull_number: input.number, ...paging })).data,
    );
    return listed('files', found, file => ({
      path: file.filename,
      status: file.status,
      ...(file.previous_filename !== undefined && { previousPath: file.previous_filename }),
      additions: file.additions,
      deletions: file.deletions,
      // GitHub leaves the patch of large and binary files out.
      ...(input.patches && { patch: file.patch ?? null }),
    }));
  },
});
