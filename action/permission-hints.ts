import type { CiClient } from '../src/clients/github/ci-client.ts';
import type { IssueClient } from '../src/clients/github/issue-client.ts';
import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import { statusOf } from '../src/clients/github/status-of.ts';
import { AppError } from '../src/errors.ts';

/** The `permissions:` lines that each call needs of the job's token. */
const neededPermissions: Readonly<
  Partial<Record<keyof RepositoryClient | keyof CiClient, readonly string[]>>
> = {
  snapshot: ['contents: read', 'pull-requests: read'],
  policy: ['contents: read'],
  listChangedFiles: ['pull-requests: read'],
  compareFiles: ['contents: read'],
  readBlobs: ['contents: read'],
  conversation: ['pull-requests: read'],
  createComment: ['pull-requests: write'],
  updateComment: ['pull-requests: write'],
  deleteComment: ['pull-requests: write'],
  failedRuns: ['actions: read'],
  newestRunOn: ['actions: read'],
  readJobs: ['actions: read'],
  readJobLog: ['actions: read'],
  pullRequestsOf: ['contents: read', 'pull-requests: read'],
};

const ofIssues = ['contents: read', 'issues: write'];

/** The same for issues: comments on them need another permission than those on pull requests. */
export const issuePermissions: Readonly<Partial<Record<keyof IssueClient, readonly string[]>>> = {
  issueSnapshot: ofIssues,
  recentIssues: ofIssues,
  existingPaths: ofIssues,
  addLabels: ofIssues,
  addAssignees: ofIssues,
  createComment: ofIssues,
  updateComment: ofIssues,
  deleteComment: ofIssues,
};

/** Code of the error that says which permission is missing. */
export const missingPermissionCode = 'missing-permission';

/** The same client, whose refusals by GitHub name the `permissions:` line to add to the workflow. */
export function withPermissionHints<Client extends object>(
  client: Client,
  permissions: Readonly<Record<string, readonly string[]>> = neededPermissions,
): Client {
  return new Proxy(client, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      const needed = permissions[String(name)];
      if (typeof method !== 'function' || needed === undefined) return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        try {
          return (await Reflect.apply(method, target, args)) as unknown;
        } catch (cause) {
          const lines = missingLines(cause, needed);
          throw lines === undefined ? cause : missingPermission(lines, cause);
        }
      };
    },
  });
}

/** The error that names what to add under the job's `permissions:`, for example `contents: read`. */
export function missingPermission(lines: readonly string[], cause?: unknown): AppError {
  const added = lines.map(line => `\`${line}\``).join(' and ');
  const forks = lines.some(line => line.endsWith('write'))
    ? ' On pull requests from forks the token never gets write access.'
    : '';
  return new AppError({
    code: missingPermissionCode,
    publicMessage: `The job's token may not do this: add ${added} under \`permissions:\` of the job.${forks}`,
    cause,
  });
}

/** REST refuses with 403; GraphQL answers 200 with errors that name the field. Undefined for other failures. */
function missingLines(error: unknown, needed: readonly string[]): readonly string[] | undefined {
  if (!(error instanceof Error)) return undefined;
  if (statusOf(error) === 403) return /not accessible by/i.test(error.message) ? needed : undefined;
  const refusals = graphqlErrors(error).filter(({ type }) => type === 'FORBIDDEN');
  if (refusals.length === 0) return undefined;
  const isPullRequest = refusals.map(({ path }) => Array.isArray(path) && path.includes('pullRequest'));
  const lines = needed.filter(line => isPullRequest.includes(line.startsWith('pull-requests')));
  return lines.length === 0 ? needed : lines;
}

function graphqlErrors(error: Error): readonly { readonly type?: unknown; readonly path?: unknown }[] {
  const errors: unknown = 'errors' in error ? error.errors : undefined;
  return Array.isArray(errors) ? errors.filter(entry => typeof entry === 'object' && entry !== null) : [];
}
