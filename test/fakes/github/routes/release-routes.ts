import type { FakeRelease } from '../fake-records.ts';
import { accountOf, nodeId } from '../representations/account.ts';
import { repositoryHtmlUrl, repositoryUrl } from '../representations/repository.ts';
import type { FakeRoute, RouteContext } from '../route.ts';
import { loginOf } from './caller.ts';

/** Releases. */
export const releaseRoutes: readonly FakeRoute[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/releases',
    permissions: ['contents:read'],
    handle: context => ({
      list: context
        .repository()
        .releases.toReversed()
        .map(release => releaseOf(context, release)),
    }),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/releases',
    permissions: ['contents:write'],
    handle: context => {
      const { tag_name: tag, name = tag, body = '', draft = false, prerelease = false } = context.body;
      const release: FakeRelease = {
        id: context.state.nextId(),
        tag,
        name,
        body,
        draft,
        prerelease,
        author: loginOf(context),
        createdAt: new Date().toISOString(),
      };
      context.repository().releases.push(release);
      return { status: 201, json: releaseOf(context, release) };
    },
  },
];

function releaseOf(context: RouteContext, release: FakeRelease): object {
  const { state } = context;
  const repository = context.repository();
  const url = `${repositoryUrl(state, repository)}/releases/${release.id}`;
  return {
    id: release.id,
    node_id: nodeId('RE', release.id),
    url,
    html_url: `${repositoryHtmlUrl(state, repository)}/releases/tag/${release.tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: null,
    zipball_url: null,
    tag_name: release.tag,
    target_commitish: repository.defaultBranch,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: false,
    created_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    author: accountOf(state, release.author),
    assets: [],
  };
}
