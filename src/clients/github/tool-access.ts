import type { RepositoryName } from '../../contracts/context.ts';
import type { GitHubPermission } from '../../contracts/tool.ts';
import type { Octokit } from './octokit-repository-client.ts';

/** What one call of a tool needs. */
export type GitHubReach = {
  /** Undefined for calls that concern the account rather than one repository. */
  readonly repository: RepositoryName | undefined;
  readonly permissions: readonly GitHubPermission[];
  /** The installation whose event started the run; undefined outside the App. */
  readonly installationId: number | undefined;
};

/** Gives out Octokits that can do what a call needs and, where the credentials allow it, nothing more. */
export type GitHubAccess = {
  reach(request: GitHubReach): Promise<
    | { readonly kind: 'reached'; readonly octokit: Octokit }
    /** There are no credentials, or the App was not granted something. `message` says which and where to get it. */
    | { readonly kind: 'unreachable'; readonly message: string }
  >;
};
