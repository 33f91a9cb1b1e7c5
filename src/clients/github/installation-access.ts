import type { GitHubPermission } from '../../contracts/tool.ts';
import { toAppError } from './client-errors.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';
import type { GitHubAccess } from './tool-access.ts';

/** What reaching GitHub through installations rests on. */
type Installations = {
  /** An Octokit with a token for exactly this; all of the installation's repositories when none is named. */
  readonly octokitFor: (reach: {
    readonly installationId: number;
    readonly repository: string | undefined;
    readonly permissions: Readonly<Record<string, string>>;
  }) => Promise<Octokit>;
  /** What an installation was granted, and the page where its owner grants more. */
  readonly grantOf: (
    installationId: number,
  ) => Promise<{ readonly permissions: Readonly<Record<string, string>>; readonly settingsUrl: string }>;
};

/** Reaches GitHub as the App: every call gets a token narrowed to its repository and the tool's permissions. */
export function createInstallationAccess({ octokitFor, grantOf }: Installations): GitHubAccess {
  return {
    async reach({ installationId, repository, permissions }) {
      if (installationId === undefined)
        return { kind: 'unreachable', message: 'this run belongs to no installation of the App.' };
      try {
        const octokit = await octokitFor({
          installationId,
          repository: repository?.name,
          permissions: Object.fromEntries(permissions.map(split)),
        });
        return { kind: 'reached', octokit };
      } catch (error) {
        // GitHub refuses to mint a token with a permission that was not granted, without saying which.
        if (![403, 422].includes(statusOf(error) ?? 0)) throw toAppError(error, 'installation token');
        const grant = await grantOf(installationId);
        const missing = permissions.filter(permission => !includes(grant.permissions, permission));
        if (missing.length === 0) throw toAppError(error, 'installation token');
        return {
          kind: 'unreachable',
          message: `the App was not granted ${missing.join(', ')}. Add it to the App's permissions and accept it at ${grant.settingsUrl}.`,
        };
      }
    },
  };
}

function split(permission: GitHubPermission): readonly [string, string] {
  const [name = '', level = 'read'] = permission.split(':');
  return [name, level];
}

function includes(granted: Readonly<Record<string, string>>, permission: GitHubPermission): boolean {
  const [name, level] = split(permission);
  const has = granted[name];
  return has === 'write' || has === 'admin' || (has === 'read' && level === 'read');
}
