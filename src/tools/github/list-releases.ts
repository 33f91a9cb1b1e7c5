import { z } from 'zod';
import { collect, listed } from '../github-calls/collect.ts';
import { readTool } from '../github-calls/define-github-tool.ts';
import { limit, repository } from '../github-calls/parameters.ts';
import { loginOf } from '../github-calls/shown.ts';

/** Releases, newest first. */
export const listReleases = readTool({
  name: 'github_list_releases',
  description: 'Lists releases of a repository, newest first, with their assets.',
  permissions: { github: ['contents:read'] },
  parameters: z.object({ repository, limit }),
  example: { repository: 'octo/app', limit: 5 },
  async handle(input, _call, { octokit, target }) {
    const found = await collect(
      input.limit,
      async paging => (await octokit.rest.repos.listReleases({ ...target, ...paging })).data,
    );
    return listed('releases', found, release => ({
      id: release.id,
      tag: release.tag_name,
      name: release.name,
      draft: release.draft,
      prerelease: release.prerelease,
      author: loginOf(release.author),
      publishedAt: release.published_at,
      assets: release.assets.map(({ name, size }) => ({ name, bytes: size })),
      body: release.body ?? '',
      url: release.html_url,
    }));
  },
});
