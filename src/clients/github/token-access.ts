import { Octokit as Core } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import type { Octokit } from './octokit-repository-client.ts';
import type { GitHubAccess } from './tool-access.ts';

/**
 * Reaches GitHub with a person's or a job's token, which cannot be narrowed: what it may not do, GitHub refuses.
 * Without a token nothing is reached, not even public repositories, so that a missing variable does not show as a
 * puzzling 404.
 */
export function createTokenAccess(options: {
  readonly token: string | undefined;
  /** REST address without trailing slash. */
  readonly apiUrl: string;
}): GitHubAccess {
  const { token, apiUrl } = options;
  if (token === undefined) {
    return {
      reach: () =>
        Promise.resolve({
          kind: 'unreachable',
          message:
            'There is no token for GitHub: set GITHUB_TOKEN (or GH_TOKEN), for example with `gh auth token`.',
        }),
    };
  }
  const Client = Core.plugin(restEndpointMethods, paginateRest);
  const octokit = new Client({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'agentic-devops',
  }) as unknown as Octokit;
  return { reach: () => Promise.resolve({ kind: 'reached', octokit }) };
}
