import { z } from 'zod';
import { readTool } from '../github-calls/define-github-tool.ts';
import { repository } from '../github-calls/parameters.ts';

/** What a repository is and how it is set up. */
export const getRepository = readTool({
  name: 'github_get_repository',
  description: 'Gets a repository: visibility, default branch, topics, merge settings, counts.',
  permissions: { github: ['metadata:read'] },
  parameters: z.object({ repository }),
  example: { repository: 'octo/app' },
  async handle(_input, _call, { octokit, target }) {
    const { data } = await octokit.rest.repos.get(target);
    return {
      kind: 'ok',
      value: {
        repository: data.full_name,
        visibility: data.visibility ?? (data.private ? 'private' : 'public'),
        archived: data.archived,
        defaultBranch: data.default_branch,
        description: data.description,
        homepage: data.homepage,
        topics: data.topics ?? [],
        language: data.language,
        openIssues: data.open_issues_count,
        forks: data.forks_count,
        stars: data.stargazers_count,
        pushedAt: data.pushed_at,
        settings: {
          issues: data.has_issues,
          wiki: data.has_wiki,
          projects: data.has_projects,
          squashMerge: data.allow_squash_merge ?? null,
          mergeCommit: data.allow_merge_commit ?? null,
          rebaseMerge: data.allow_rebase_merge ?? null,
          autoMerge: data.allow_auto_merge ?? null,
          deleteBranchOnMerge: data.delete_branch_on_merge ?? null,
        },
        url: data.html_url,
      },
    };
  },
});
