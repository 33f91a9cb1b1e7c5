import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { ref, repository } from '../github-calls/parameters.ts';

/** What lies between two commits. */
export const compareCommits = readTool({
  name: 'github_compare_commits',
  description:
    'Compares two branches, tags or commits: commits between them and the files they change, with patches.',
  permissions: { github: ['contents:read'] },
  maxResultBytes: 128 * 1024,
  parameters: z.object({ repository, base: ref, head: ref }),
  example: { repository: 'octo/app', base: 'main', head: 'main' },
  async handle({ base, head }, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...target,
      basehead: `${base}...${head}`,
    });
    const files = data.files ?? [];
    return {
      kind: 'ok',
      value: {
        status: data.status,
        ahead: data.ahead_by,
        behind: data.behind_by,
        commits: data.commits.map(({ sha, commit }) => ({ sha, message: commit.message })),
        files: files.map(({ filename, status, additions, deletions, patch }) => ({
          path: filename,
          status,
          additions,
          deletions,
          patch: patch ?? null,
        })),
      },
      // GitHub lists at most 300 files of a comparison.
      ...(files.length >= 300 && { cut: 'only the first 300 files are listed' }),
    };
  },
});
