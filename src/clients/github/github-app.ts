import { setTimeout as delay } from 'node:timers/promises';
import { createAppAuth } from '@octokit/auth-app';
import type { Logger as Pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { z } from 'zod';
import { deployCheckPrefix } from '../../contracts/deploy.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import type { CiClient, RerunClient } from './ci-client.ts';
import { toAppError, withClientErrors } from './client-errors.ts';
import type { CodeClient } from './code-client.ts';
import { type DefinitionFolder, readDefinitionFiles } from './definition-files.ts';
import type { DeployClient } from './deploy-client.ts';
import type { GateClient } from './gate-client.ts';
import { createInstallationAccess } from './installation-access.ts';
import type { IssueClient } from './issue-client.ts';
import { createCiClient, createRerunClient } from './octokit-ci-client.ts';
import { createCodeClient } from './octokit-code-client.ts';
import { createDeployClient } from './octokit-deploy-client.ts';
import { createGateClient } from './octokit-gate-client.ts';
import { createIssueClient } from './octokit-issue-client.ts';
import { createRepositoryClient, type Octokit } from './octokit-repository-client.ts';
import { createRunnerClient } from './octokit-runner-client.ts';
import { createPacing } from './pacing.ts';
import type { RepositoryClient } from './repository-client.ts';
import type { RunnerClient } from './runner-client.ts';
import type { GitHubAccess } from './tool-access.ts';

/** The permissions of the tokens that runs get; a subset of `app.yml`. */
const tokenPermissions = {
  checks: 'write',
  contents: 'read',
  metadata: 'read',
  pull_requests: 'write',
  security_events: 'write',
} as const;

/** The permissions of the tokens of deployments: runs that only review are never given them. */
const deployPermissions = {
  actions: 'write',
  checks: 'write',
  contents: 'read',
  deployments: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'read',
} as const;

/** The App's credentials and where its GitHub is. */
export type GitHubAppOptions = {
  readonly appId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** REST address: `https://api.github.com`, or `https://<host>/api/v3`. */
  readonly apiUrl: string;
  readonly pino: Pino;
};

/** A failed webhook delivery that GitHub still keeps. */
export type FailedDelivery = { readonly id: number; readonly guid: string; readonly deliveredAt: string };

/** A repository as deployments see it. */
export type DeployClients = {
  readonly repository: RepositoryClient;
  readonly deployments: DeployClient;
  readonly gates: GateClient;
};

/** What the process does as the App itself. */
export type GitHubApp = {
  readonly probot: Probot;
  /** `on: 'issue'` adds what comments on issues need; a run that only reviews is not given it. */
  clientFor(
    installationId: number,
    repository: RepositoryRef,
    on?: 'issue' | 'pull-request',
  ): Promise<RepositoryClient>;
  /** Clients of a repository for reviewing its code, on one token. */
  codeClientsFor(
    installationId: number,
    repository: RepositoryRef,
  ): Promise<{ readonly repository: RepositoryClient; readonly code: CodeClient }>;
  /** Clients of a repository for deploying, on one token. */
  deployClientsFor(
    installationId: number,
    repository: RepositoryRef,
    on?: 'issue' | 'pull-request',
  ): Promise<DeployClients>;
  /** A client that can start and stop the repository's workflows, for deployment runners only. */
  runnerClientFor(installationId: number, repository: RepositoryRef): Promise<RunnerClient>;
  /** A client for issues. */
  issueClientFor(installationId: number, repository: RepositoryRef): Promise<IssueClient>;
  /** A client for the dashboard issue, which sees pull requests and may run failed jobs again. */
  dashboardClientFor(installationId: number, repository: RepositoryRef): Promise<IssueClient>;
  /** A client that reads the repository's workflow runs and logs. */
  ciClientFor(installationId: number, repository: RepositoryRef): Promise<CiClient>;
  /** A client that lets failed jobs of the repository run again. */
  rerunClientFor(installationId: number, repository: RepositoryRef): Promise<RerunClient>;
  /** For tools: every call gets a token of its own, narrowed to its repository and permissions. */
  readonly toolAccess: GitHubAccess;
  /** Text of a file on the default branch of another repository of the same owner; undefined when out of reach. */
  readOrganisationFile(options: {
    readonly installationId: number;
    readonly owner: string;
    readonly repository: string;
    readonly path: string;
  }): Promise<string | undefined>;
  /** The definition files of the owner's `.github` repository; undefined when out of reach. */
  readOrganisationDefinitions(options: {
    readonly installationId: number;
    readonly owner: string;
  }): Promise<DefinitionFolder | undefined>;
  /** Deliveries whose newest attempt failed, at most the last 500, newest first. */
  failedDeliveries(): Promise<readonly FailedDelivery[]>;
  redeliver(deliveryId: number): Promise<void>;
};

/** Clients on one token: what the token may, and what is made of it. */
type Connection<Clients> = {
  readonly permissions: Readonly<Record<string, string>>;
  readonly create: (octokit: Octokit, target: { readonly owner: string; readonly repo: string }) => Clients;
};

const reviewing: Connection<RepositoryClient> = {
  permissions: tokenPermissions,
  create: (octokit, target) => withClientErrors(createRepositoryClient(octokit, target)),
};

const reviewingCode: Connection<{ readonly repository: RepositoryClient; readonly code: CodeClient }> = {
  permissions: tokenPermissions,
  create: (octokit, target) => ({
    repository: withClientErrors(createRepositoryClient(octokit, target)),
    code: withClientErrors(createCodeClient(octokit, target)),
  }),
};

/** What gates need to know of the App beside its token for deploying. */
type GateConnection = { readonly appId: number; readonly teamsOctokit: () => Promise<Octokit> };

function deploying({ appId, teamsOctokit }: GateConnection): Connection<DeployClients> {
  return {
    permissions: deployPermissions,
    create: (octokit, target) => ({
      repository: withClientErrors(createRepositoryClient(octokit, target)),
      deployments: withClientErrors(createDeployClient(octokit, target)),
      gates: withClientErrors(
        createGateClient({
          octokit,
          teamsOctokit,
          repository: target,
          own: { appId, prefix: deployCheckPrefix },
          sleep: milliseconds => delay(milliseconds),
        }),
      ),
    }),
  };
}

const running: Connection<RunnerClient> = {
  permissions: deployPermissions,
  create: (octokit, target) => withClientErrors(createRunnerClient(octokit, target)),
};

const rerunning: Connection<RerunClient> = {
  permissions: { actions: 'write', metadata: 'read' },
  create: (octokit, target) => withClientErrors(createRerunClient(octokit, target)),
};

const readingCi: Connection<CiClient> = {
  permissions: { actions: 'read', checks: 'read', contents: 'read', metadata: 'read', pull_requests: 'read' },
  create: (octokit, target) => withClientErrors(createCiClient(octokit, target)),
};

const triaging: Connection<IssueClient> = {
  permissions: { contents: 'read', issues: 'write', metadata: 'read' },
  create: (octokit, target) => withClientErrors(createIssueClient(octokit, target)),
};

const showingDashboard: Connection<IssueClient> = {
  ...triaging,
  permissions: { ...triaging.permissions, actions: 'write', pull_requests: 'read' },
};

/** The same, and on an issue what its comments need. */
function reaching<Clients>(
  connection: Connection<Clients>,
  on: 'issue' | 'pull-request' = 'pull-request',
): Connection<Clients> {
  const { permissions } = connection;
  return on === 'issue' ? { ...connection, permissions: { ...permissions, issues: 'write' } } : connection;
}

/**
 * Probot's own handlers are lost when only one of them is overridden, so both are stated. Both retry: a dropped comment
 * is a lost result.
 */
const retriedLimits = {
  onRateLimit: (_after: number, _request: object, _octokit: unknown, retries: number) => retries < 2,
  onSecondaryRateLimit: (_after: number, _request: object, _octokit: unknown, retries: number) => retries < 5,
};

/** Connects Probot with its defaults closed: our logger, our API address, and secondary rate limits retried. */
export function createGitHubApp(options: GitHubAppOptions): GitHubApp {
  const pacing = createPacing();
  const throttle = { ...pacing.rest, ...retriedLimits };
  const AppOctokit = ProbotOctokit.defaults({ throttle, baseUrl: options.apiUrl });
  const probot = new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.apiUrl,
    log: options.pino,
    Octokit: AppOctokit,
  });

  // Not `probot.auth()`: Probot's strategy asks for installation tokens at api.github.com whatever `baseUrl` says.
  const { appId, privateKey } = options;
  const appOctokit = new AppOctokit({
    authStrategy: createAppAuth,
    auth: { appId, privateKey },
    log: options.pino,
  });

  async function installationOctokit(
    installationId: number,
    repository: string | undefined,
    permissions: Readonly<Record<string, string>>,
  ): Promise<Octokit> {
    const { token } = z.object({ token: z.string() }).parse(
      await appOctokit.auth({
        type: 'installation',
        installationId,
        ...(repository !== undefined && { repositoryNames: [repository] }),
        permissions,
      }),
    );
    const common = { auth: { token }, log: options.pino };
    const id = String(installationId);
    const octokit = new AppOctokit({ ...common, throttle: { ...throttle, id } }) as Octokit;
    const queries = new AppOctokit({ ...common, throttle: { ...throttle, ...pacing.graphql, id } });
    return { rest: octokit.rest, paginate: octokit.paginate, graphql: queries.graphql };
  }

  async function connected<Clients>(
    installationId: number,
    { owner, name }: RepositoryRef,
    { permissions, create }: Connection<Clients>,
  ): Promise<Clients> {
    try {
      return create(await installationOctokit(installationId, name, permissions), { owner, repo: name });
    } catch (cause) {
      throw toAppError(cause, 'installation token');
    }
  }

  const through =
    <Clients>(connection: Connection<Clients>) =>
    (installationId: number, repository: RepositoryRef): Promise<Clients> =>
      connected(installationId, repository, connection);

  return {
    probot,
    clientFor: (installationId, repository, on) =>
      connected(installationId, repository, reaching(reviewing, on)),
    codeClientsFor: through(reviewingCode),
    deployClientsFor(installationId, repository, on) {
      const teamsOctokit = (): Promise<Octokit> =>
        installationOctokit(installationId, repository.name, { members: 'read' });
      const gates = deploying({ appId: Number(appId), teamsOctokit });
      return connected(installationId, repository, reaching(gates, on));
    },
    runnerClientFor: through(running),
    issueClientFor: through(triaging),
    dashboardClientFor: through(showingDashboard),
    ciClientFor: through(readingCi),
    rerunClientFor: through(rerunning),
    readOrganisationFile: options => readOrganisationFile(options, installationOctokit),
    toolAccess: createInstallationAccess({
      octokitFor: ({ installationId, repository, permissions }) =>
        installationOctokit(installationId, repository, permissions),
      grantOf: installationId => grantOf(appOctokit as Octokit, installationId),
    }),
    readOrganisationDefinitions: options => readOrganisationDefinitions(options, installationOctokit),
    ...deliveryMethods(appOctokit as Octokit),
  };
}

/** Gets an Octokit with a token of its own, narrowed to a repository and permissions. */
type InstallationOctokit = (
  installationId: number,
  repository: string | undefined,
  permissions: Readonly<Record<string, string>>,
) => Promise<Octokit>;

async function readOrganisationDefinitions(
  { installationId, owner }: Parameters<GitHubApp['readOrganisationDefinitions']>[0],
  octokitFor: InstallationOctokit,
): Promise<DefinitionFolder | undefined> {
  try {
    const octokit = await octokitFor(installationId, '.github', { contents: 'read' });
    return await readDefinitionFiles(octokit, { owner, name: '.github' });
  } catch (error) {
    if (isOutOfReach(error)) return undefined;
    throw toAppError(error, 'organisation definitions');
  }
}

async function readOrganisationFile(
  { installationId, owner, repository, path }: Parameters<GitHubApp['readOrganisationFile']>[0],
  octokitFor: InstallationOctokit,
): Promise<string | undefined> {
  try {
    const octokit = await octokitFor(installationId, repository, { contents: 'read' });
    const answer = await octokit.rest.repos.getContent({
      owner,
      repo: repository,
      path,
      mediaType: { format: 'raw' },
    });
    return z.string().parse(answer.data);
  } catch (error) {
    if (isOutOfReach(error)) return undefined;
    throw toAppError(error, 'organisation policy');
  }
}

async function grantOf(
  octokit: Octokit,
  installationId: number,
): Promise<{ readonly permissions: Readonly<Record<string, string>>; readonly settingsUrl: string }> {
  const { data } = await octokit.rest.apps.getInstallation({ installation_id: installationId });
  return {
    permissions: z.record(z.string(), z.string()).parse(data.permissions),
    settingsUrl: data.html_url,
  };
}

/** The repository does not exist, has no such file (404), or the installation does not reach it (403, 422). */
function isOutOfReach(error: unknown): boolean {
  return error instanceof Error && 'status' in error && [403, 404, 422].includes(Number(error.status));
}

function deliveryMethods(octokit: Octokit): Pick<GitHubApp, 'failedDeliveries' | 'redeliver'> {
  return {
    async failedDeliveries() {
      const newest = new Map<string, { readonly delivery: FailedDelivery; readonly failed: boolean }>();
      let seen = 0;
      for await (const { data } of octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, {
        per_page: 100,
      })) {
        for (const { id, guid, delivered_at: deliveredAt, status_code: status } of data) {
          // Newest first: the first attempt met of a delivery is its last.
          if (!newest.has(guid))
            newest.set(guid, {
              delivery: { id: Number(id), guid, deliveredAt },
              failed: status < 200 || status >= 300,
            });
        }
        seen += data.length;
        if (seen >= 500) break;
      }
      return [...newest.values()].filter(({ failed }) => failed).map(({ delivery }) => delivery);
    },
    async redeliver(deliveryId) {
      await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: deliveryId });
    },
  };
}
