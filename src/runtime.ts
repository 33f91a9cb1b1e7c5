import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { availableParallelism } from 'node:os';
import type { Logger as Pino } from 'pino';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { createAskTyped } from './agents/runtime/ask-typed.ts';
import { createSecurityReviewer } from './agents/security-review/reviewer.ts';
import { readBundledGrammar } from './analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from './analysis/syntax-trees.ts';
import { createThreadAnalyser } from './analysis/thread-analyser.ts';
import { registerApp } from './app.ts';
import { createAwsClients } from './clients/aws/aws-clients.ts';
import { createAwsConnector } from './clients/aws/aws-connector.ts';
import { connectModel } from './clients/connect-model.ts';
import { connectEmbeddings } from './clients/embeddings.ts';
import { convertManifest } from './clients/github/app-manifest.ts';
import { createGitHubApp, type GitHubApp } from './clients/github/github-app.ts';
import { type SecretCheck, withSecretCheck } from './clients/github/guarded-client.ts';
import { probeHttp } from './clients/http/http-prober.ts';
import { createOsvClient } from './clients/osv.ts';
import { type AppCredentials, loadCredentials, storeCredentials } from './config/app-credentials.ts';
import { type Environment, readEnvironment } from './config/environment.ts';
import { configPath, defaultConfig } from './config/index.ts';
import { createPolicyLoader } from './config/load-policy.ts';
import { type ModelEnvironment, resolveModel } from './config/resolve-model.ts';
import { secretVariables } from './config/secret-variables.ts';
import type { RunEngine } from './contracts/engine.ts';
import { detectors } from './detectors/index.ts';
import { rules } from './detectors/rules.ts';
import { AppError } from './errors.ts';
import { createSecretRedactor } from './guardrails/redact-secrets.ts';
import type { Logger } from './logger.ts';
import { createPinoLogger } from './observability/pino-logger.ts';
import { renderSarif } from './results/sarif.ts';
import { createSecretGuard, type KnownSecret } from './results/secret-guard.ts';
import type { CiParts } from './runs/ci/ci-parts.ts';
import type { CodeParts } from './runs/code-review/code-parts.ts';
import type { DeployParts } from './runs/deploy/deploy-parts.ts';
import { createDeployRunners } from './runs/deploy/runners/index.ts';
import { createDeployVerifier } from './runs/deploy/verification/index.ts';
import { createWrittenComments } from './runs/deploy/written-comments.ts';
import { createRunEngine } from './runs/engine/run-engine.ts';
import { handleRun } from './runs/handle-run.ts';
import { createOneAtATime } from './runs/one-at-a-time.ts';
import { redeliverFailed } from './runs/redelivery-sweep.ts';
import { createOwnRulesLoader } from './runs/review/own-rules.ts';
import { createSarifUploader } from './runs/review/sarif-uploader.ts';
import type { RunParts } from './runs/run-parts.ts';
import { startScheduler } from './runs/schedules/scheduler.ts';
import type { IssueParts } from './runs/triage/issue-parts.ts';
import { composeServerAgents } from './runtime/compose-server-agents.ts';
import { createServerAws } from './runtime/server-aws.ts';
import { openKeys } from './runtime/stored-keys.ts';
import { openDatabase } from './storage/open-database.ts';
import { createRunStore } from './storage/run-store.ts';
import { createStore } from './storage/store.ts';
import { createHealthRoutes } from './web/health-routes.ts';
import { createHttpServer } from './web/http-server.ts';
import { createSetupRoutes } from './web/setup-routes.ts';
import { createWebhookRoute } from './web/webhook-route.ts';

/** Longest wait for runs under way at shutdown, milliseconds; what remains resumes at the next start. */
const drainMs = 25_000;

/** A running process: where it listens, and how it ends. */
export type RunningServer = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Starts the server from the process's environment: the App when there are credentials, else the setup page.
 *
 * @throws AppError when the environment or the credentials are not right.
 */
export async function startServer(): Promise<RunningServer> {
  const environment = readEnvironment(process.env);
  const { logger, pino } = createPinoLogger(environment.logLevel);
  const credentials = await loadCredentials(environment);
  return credentials === undefined
    ? await startSetup(environment, logger)
    : await startApp({ environment, credentials, logger, pino });
}

/**
 * Starts a worker: carries out runs and listens to nothing.
 *
 * @throws AppError when there are no credentials, or the database is not shared (SQLite is one process's).
 */
export async function startWorker(): Promise<{ readonly close: () => Promise<void> }> {
  const environment = readEnvironment(process.env);
  const { logger, pino } = createPinoLogger(environment.logLevel);
  const credentials = await loadCredentials(environment);
  if (credentials === undefined || environment.databaseUrl === undefined) {
    throw new AppError({
      code: 'worker-needs-shared-database',
      publicMessage:
        'A worker needs APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, and a DATABASE_URL that it shares with the server.',
    });
  }
  const app = await composeApp({ environment, credentials, logger, pino });
  logger.info('Working');
  return { close: () => shutDown({ ...app, server: undefined, logger }) };
}

type AppStart = {
  readonly environment: Environment;
  readonly credentials: AppCredentials;
  readonly logger: Logger;
  readonly pino: Pino;
};

/** The App with its engine at work, before anything listens. */
type ComposedApp = {
  readonly app: GitHubApp;
  readonly store: RunParts['store'];
  readonly engine: RunEngine;
  readonly analyser: RunParts['analyser'];
  readonly scheduler: ReturnType<typeof startScheduler>;
};

async function composeApp({ environment, credentials, logger, pino }: AppStart): Promise<ComposedApp> {
  const app = createGitHubApp({ ...credentials, apiUrl: environment.apiUrl, pino });
  const { databaseUrl, dataDir, concurrency } = environment;
  const database = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl }, logger);
  const store = createStore(database);
  const engine = createRunEngine({ runs: createRunStore(database), logger, concurrency });
  const analyser = createThreadAnalyser({ workerUrl: detectorWorkerUrl(), threads: availableParallelism() });
  const storedKeys = await openKeys(store.providerKeys, process.env['DEVOPS_ENCRYPTION_KEY']);
  const parts = composeParts({
    environment,
    credentials,
    app,
    store,
    storedKeys,
    engine,
    analyser,
    logger,
    now,
  });
  await app.probot.ready();
  await engine.start(context => handleRun(context, parts));
  const enqueue = (requests: Parameters<RunEngine['enqueue']>[0]) => engine.enqueue(requests);
  const scheduler = startScheduler({ schedules: store.schedules, enqueue, now, logger });
  return { app, store, engine, analyser, scheduler };
}

async function startApp(start: AppStart): Promise<RunningServer> {
  const { environment, logger } = start;
  const composed = await composeApp(start);
  const { app, store, engine } = composed;
  registerApp(app.probot, { engine, logger, now });
  const routes = [webhookRoute(app, logger), ...createHealthRoutes({ store, engine })];
  const server = createHttpServer(routes, logger);
  const url = await listen(server, environment);
  const database = environment.databaseUrl === undefined ? 'sqlite' : 'postgresql';
  logger.info('Listening', { url, database });
  void redeliverFailed({ app, now, logger });
  return { url, close: () => shutDown({ ...composed, server, logger }) };
}

function now(): Date {
  return new Date();
}

function composeParts(composition: {
  readonly environment: Environment;
  readonly credentials: AppCredentials;
  readonly app: GitHubApp;
  readonly store: RunParts['store'];
  readonly storedKeys: ModelEnvironment['storedKeys'];
  readonly engine: RunEngine;
  readonly analyser: RunParts['analyser'];
  readonly logger: Logger;
  readonly now: () => Date;
}): RunParts {
  const { environment, credentials, app } = composition;
  const ruleIds = rules.map(({ id }) => id);
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const check = createSecretGuard([
    ...secretsOf(environment, credentials),
    ...Object.entries(composition.storedKeys).map(([name, { key }]) => ({ name, value: key })),
  ]);
  const connector = createAwsConnector({ endpointUrl: environment.awsEndpointUrl, now });
  const awsFor: RunParts['awsFor'] = (config, repository) => createServerAws(connector, config, repository);
  return {
    store: composition.store,
    analyser: composition.analyser,
    clientFor: async (installationId, repository, on) =>
      withSecretCheck(await app.clientFor(installationId, repository, on), check),
    loadOwnRules: createOwnRulesLoader(createSyntaxTrees(readBundledGrammar)),
    queryOsv: createOsvClient({ baseUrl: environment.osvUrl }),
    loadPolicy: createPolicyLoader({
      readOrganisationFile: ({ installationId, owner }) =>
        app.readOrganisationFile({ installationId, owner, repository: '.github', path: configPath }),
      severityOf: rule => severities.get(rule),
      ruleIds,
      now,
    }),
    reviewer: composeReviewer(composition.logger),
    ruleIds,
    serverUrl: environment.serverUrl,
    renderSarif: result =>
      renderSarif(result, { rules, version: packageJson.version, informationUri: packageJson.homepage }),
    uploadSarif: createSarifUploader(now),
    enqueue: async requests => {
      await composition.engine.enqueue(requests);
    },
    wake: runIds => composition.engine.wake(runIds),
    cancel: runId => composition.engine.cancel(runId),
    deploy: composeDeploy(composition, check),
    agents: composeServerAgents({ ...composition, variables: process.env, awsFor, check }),
    ci: composeCi(composition.app),
    issues: composeIssues(composition, check),
    code: composeCode(composition, check),
    awsFor,
    oneAtATime: createOneAtATime(),
    now,
    logger: composition.logger,
  };
}

/** Deployments: their clients, every way out of which is checked for secrets, and their runners. */
function composeDeploy(
  { app, environment }: { readonly app: GitHubApp; readonly environment: Environment },
  check: SecretCheck,
): DeployParts {
  const redact = createSecretRedactor(detectors);
  const aws = createAwsClients({ endpointUrl: environment.awsEndpointUrl, now });
  const runners = createDeployRunners({
    ...aws,
    clientFor: (installationId, repository) => app.runnerClientFor(installationId, repository),
    probe: probeHttp,
    redact: text => redact('', text),
    now,
  });
  return {
    async clientsFor(installationId, repository, on) {
      const clients = await app.deployClientsFor(installationId, repository, on);
      return {
        repository: withSecretCheck(clients.repository, check),
        deployments: withSecretCheck(clients.deployments, check),
        gates: clients.gates,
      };
    },
    runners,
    verifier: createDeployVerifier({ ...aws, workflow: runners.workflow, probe: probeHttp, now }),
    writtenComments: createWrittenComments(),
  };
}

/** The code review: every way out is checked for secrets. */
function composeCode(
  { app, logger }: { readonly app: GitHubApp; readonly logger: Logger },
  check: SecretCheck,
): CodeParts {
  return {
    async clientsFor(installationId, repository) {
      const clients = await app.codeClientsFor(installationId, repository);
      return {
        repository: withSecretCheck(clients.repository, check),
        code: withSecretCheck(clients.code, check),
      };
    },
    trees: createSyntaxTrees(readBundledGrammar),
    model: composeTypedModel(logger),
  };
}

/** Logs are searched for secrets before anything of them is kept or quoted. */
function composeCi(app: GitHubApp): CiParts {
  const redact = createSecretRedactor(detectors);
  return {
    clientFor: (installationId, repository) => app.ciClientFor(installationId, repository),
    rerunClientFor: (installationId, repository) => app.rerunClientFor(installationId, repository),
    redact: text => redact('log.txt', text),
  };
}

/** Issues: what is written there is checked for this process's secrets, and what was read for anybody's. */
function composeIssues(
  { app, storedKeys }: { readonly app: GitHubApp; readonly storedKeys: ModelEnvironment['storedKeys'] },
  check: SecretCheck,
): IssueParts {
  const redact = createSecretRedactor(detectors);
  return {
    clientFor: async (installationId, repository) =>
      withSecretCheck(await app.issueClientFor(installationId, repository), check),
    dashboardClientFor: async (installationId, repository) =>
      withSecretCheck(await app.dashboardClientFor(installationId, repository), check),
    redact: text => redact('issue.txt', text),
    async embedder(config) {
      const model = config.triage.embeddings?.model;
      if (model === undefined) return undefined;
      const found = resolveModel(model, config, { variables: process.env, storedKeys, shared: true });
      return found.kind === 'model' ? await connectEmbeddings(found.target) : undefined;
    },
  };
}

/** What must never leave: every secret that this process was given. */
function secretsOf(environment: Environment, credentials: AppCredentials): readonly KnownSecret[] {
  const { databaseUrl } = environment;
  return [
    { name: 'WEBHOOK_SECRET', value: credentials.webhookSecret },
    { name: 'PRIVATE_KEY', value: credentials.privateKey },
    ...(databaseUrl === undefined ? [] : [{ name: 'DATABASE_URL', value: databaseUrl }]),
    ...secretVariables(process.env),
  ];
}

/**
 * The model of reviews, when a model and a key are given. Provider and key come from this process's environment only: on
 * a server that several owners share, a repository must not direct the server's key to an address of its own.
 */
function reviewModel(
  variables: Readonly<Record<string, string | undefined>>,
): Pick<Parameters<typeof createAskTyped>[0], 'model' | 'defaultModel'> | undefined {
  const defaultModel = variables['DEVOPS_MODEL'];
  const find = (name: string) =>
    resolveModel(name, defaultConfig, { variables, storedKeys: {}, shared: true });
  if (defaultModel === undefined || defaultModel === '' || find(defaultModel).kind === 'missing')
    return undefined;
  return {
    defaultModel,
    async model(name) {
      const found = find(name);
      if (found.kind === 'model') return await connectModel(found.target);
      throw new AppError({ code: 'no-model', publicMessage: found.message });
    },
  };
}

function composeReviewer(logger: Logger): RunParts['reviewer'] {
  const source = reviewModel(process.env);
  return source && createSecurityReviewer({ ...source, redact: createSecretRedactor(detectors), logger });
}

/** One model for everything that is asked in one question: the code review, drafts of texts. */
function composeTypedModel(logger: Logger): CodeParts['model'] {
  const source = reviewModel(process.env);
  return source && { ask: createAskTyped({ ...source, logger }), redact: createSecretRedactor(detectors) };
}

function webhookRoute(app: GitHubApp, logger: Logger): ReturnType<typeof createWebhookRoute> {
  return createWebhookRoute(
    {
      verify: (body, signature) => app.probot.webhooks.verify(body, signature).catch(() => false),
      async receive({ id, event, payload }) {
        await app.probot.receive({ id, name: event, payload } as Parameters<typeof app.probot.receive>[0]);
      },
    },
    logger,
  );
}

async function startSetup(environment: Environment, logger: Logger): Promise<RunningServer> {
  const setupToken = randomBytes(24).toString('base64url');
  const manifest = z
    .record(z.string(), z.unknown())
    .parse(parseYaml(await readFile(new URL('../app.yml', import.meta.url), 'utf8')));
  const routes = createSetupRoutes({
    manifest,
    serverUrl: environment.serverUrl,
    setupToken,
    logger,
    async complete(code) {
      const app = await convertManifest(environment.apiUrl, code);
      await storeCredentials(environment.dataDir, app);
      return app.url;
    },
  });
  const server = createHttpServer(routes, logger);
  const url = await listen(server, environment);
  // The token is the operator's proof of sitting at this terminal, so it goes there and not into the log.
  process.stderr.write(`No GitHub App is configured yet. Open ${url}/setup?token=${setupToken}\n`);
  return { url, close: () => closeServer(server) };
}

/** The built detector thread; it stands beside the bundle's entry. */
function detectorWorkerUrl(): URL {
  return new URL('./detector-worker.js', import.meta.url);
}

async function listen(server: Server, environment: Environment): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(environment.port, environment.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : environment.port;
  return `http://${environment.host === '0.0.0.0' ? 'localhost' : environment.host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeIdleConnections();
  await new Promise<void>(resolve => {
    server.close(() => resolve());
  });
}

/** No new deliveries, then the runs under way, then what they used. */
async function shutDown(
  parts: ComposedApp & { readonly server: Server | undefined; readonly logger: Logger },
): Promise<void> {
  parts.logger.info('Shutting down');
  if (parts.server !== undefined) await closeServer(parts.server);
  await parts.scheduler.stop();
  await parts.engine.stop({ timeoutMs: drainMs });
  await parts.analyser.close();
  await parts.store.close();
}
