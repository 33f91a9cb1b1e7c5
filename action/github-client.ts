import { setTimeout as delay } from 'node:timers/promises';
import { Octokit as Core } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import type { CiClient } from '../src/clients/github/ci-client.ts';
import { toAppError, withClientErrors } from '../src/clients/github/client-errors.ts';
import type { CodeClient } from '../src/clients/github/code-client.ts';
import { withSecretCheck } from '../src/clients/github/guarded-client.ts';
import type { IssueClient } from '../src/clients/github/issue-client.ts';
import { createCiClient } from '../src/clients/github/octokit-ci-client.ts';
import { createCodeClient } from '../src/clients/github/octokit-code-client.ts';
import { createIssueClient } from '../src/clients/github/octokit-issue-client.ts';
import { createRepositoryClient, type Octokit } from '../src/clients/github/octokit-repository-client.ts';
import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import { statusOf } from '../src/clients/github/status-of.ts';
import { configPath } from '../src/config/index.ts';
import type { ReadOrganisationFile } from '../src/config/load-policy.ts';
import { AppError } from '../src/errors.ts';
import { createSecretGuard, type KnownSecret } from '../src/results/secret-guard.ts';
import { issuePermissions, withPermissionHints } from './permission-hints.ts';
import type { RunnerEnvironment } from './runner-environment.ts';

/** Waits before the second and the third attempt, milliseconds. */
const waitsMs = [1_000, 5_000];

/** Calls that may be sent twice: they only read. */
const reading: readonly (keyof RepositoryClient)[] = [
  'snapshot',
  'policy',
  'definitionFiles',
  'listChangedFiles',
  'compareFiles',
  'readBlobs',
  'conversation',
  'dependencyChanges',
  'repositoryFacts',
];

/** GitHub as the job's token reaches it. */
export type JobGitHub = {
  readonly client: RepositoryClient;
  readonly ci: CiClient;
  readonly issues: IssueClient;
  /** Reads only: a job comments in its one comment. */
  readonly code: CodeClient;
  /** Undefined where the organisation has no public `.github` repository with the file, or the token may not see it. */
  readonly readOrganisationFile: ReadOrganisationFile;
};

/** Connects with the job's token. Reads are tried again where that can help; nothing that holds a secret goes out. */
export function connectToGitHub(
  environment: RunnerEnvironment,
  token: string,
  secrets: readonly KnownSecret[],
): JobGitHub {
  const Client = Core.plugin(restEndpointMethods, paginateRest);
  const octokit = new Client({
    auth: token,
    baseUrl: environment.apiUrl,
    userAgent: 'agentic-devops-action',
  }) as unknown as Octokit;
  const target = { owner: environment.owner, repo: environment.repo };
  const plain = createRepositoryClient(octokit, target);
  const client = withSecretCheck(withClientErrors(withPermissionHints(plain)), createSecretGuard(secrets));
  return {
    client: withRepeatedReads(client, reading),
    ci: withRepeatedReads(withClientErrors(withPermissionHints(createCiClient(octokit, target))), [
      'failedRuns',
      'newestRunOn',
      'readJobs',
      'pullRequestsOf',
    ]),
    issues: withRepeatedReads(
      withSecretCheck(
        withClientErrors(withPermissionHints(createIssueClient(octokit, target), issuePermissions)),
        createSecretGuard(secrets),
      ),
      ['issueSnapshot', 'recentIssues', 'existingPaths'],
    ),
    code: withRepeatedReads(withClientErrors(withPermissionHints(createCodeClient(octokit, target))), [
      'listPaths',
    ]),
    async readOrganisationFile({ owner }) {
      try {
        const { data } = await octokit.rest.repos.getContent({
          owner,
          repo: '.github',
          path: configPath,
          mediaType: { format: 'raw' },
        });
        return typeof data === 'string' ? data : undefined;
      } catch (error) {
        if ([403, 404].includes(statusOf(error) ?? 0)) return undefined;
        throw toAppError(error, 'readOrganisationFile');
      }
    },
  };
}

function withRepeatedReads<Client extends object>(client: Client, names: readonly (keyof Client)[]): Client {
  return new Proxy(client, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || !names.includes(name as keyof Client)) return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        for (const waitMs of waitsMs) {
          try {
            return (await Reflect.apply(method, target, args)) as unknown;
          } catch (error) {
            if (!(error instanceof AppError && error.retryable)) throw error;
            await delay(waitMs);
          }
        }
        return (await Reflect.apply(method, target, args)) as unknown;
      };
    },
  });
}
