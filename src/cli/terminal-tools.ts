import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { createTokenAccess } from '../clients/github/token-access.ts';
import { createHostReader } from '../clients/host.ts';
import { connectMcp } from '../clients/mcp/mcp-connection.ts';
import { createOutsideHttp } from '../clients/outside/outside-http.ts';
import { readGitHubUrls } from '../config/environment.ts';
import { secretVariables } from '../config/secret-variables.ts';
import { readToolEnvironment } from '../config/tool-environment.ts';
import type { Config } from '../contracts/config.ts';
import type { DevOpsContext, RepositoryName } from '../contracts/context.ts';
import type { ToolsConfig } from '../contracts/external-tool.ts';
import type { ToolAccess } from '../contracts/tool.ts';
import { detectors } from '../detectors/index.ts';
import { findRepository } from '../git/find-repository.ts';
import { remoteRepository } from '../git/remote-repository.ts';
import { createSecretRedactor } from '../guardrails/redact-secrets.ts';
import { createSecretGuard } from '../results/secret-guard.ts';
import { createOwnAws } from '../runtime/own-aws.ts';
import { connectExternalTools, type ExternalTools } from '../tools/external/connect-external-tools.ts';
import { createBuiltInTools } from '../tools/index.ts';
import type { ToolPorts } from '../tools/invoke-tool.ts';
import { createOwnSecretsGuard } from '../tools/own-secrets-guard.ts';
import { createToolRegistry, type ToolRegistry } from '../tools/registry.ts';
import { UsageError } from './cli-error.ts';
import { escapeText } from './escape-text.ts';
import { createLocalPolicy, readWorkTreePolicy } from './local-policy.ts';
import type { Terminal } from './terminal.ts';

/** Everything a terminal needs to call tools. */
export type TerminalTools = {
  readonly registry: ToolRegistry;
  readonly ports: ToolPorts;
  readonly context: DevOpsContext;
  /** A person may use every tool; what cannot be undone still needs their approval. */
  readonly access: ToolAccess;
  /** Names of this environment's secrets that a text holds, in any form. */
  readonly findSecrets: (text: string) => readonly string[];
  /** Ends the connections to others' tools. */
  readonly close: () => Promise<void>;
};

/** Composes the tools for a person at a terminal, with the credentials of the environment. */
export async function createTerminalTools(options: {
  readonly terminal: Terminal;
  /** `owner/name`; undefined: that of the environment or the checkout. */
  readonly repository: string | undefined;
  /** Which of the configured tools of others are connected to. */
  readonly isWanted: (name: string) => boolean;
  /** Whether the person approves what cannot be undone. */
  readonly approves: boolean;
}): Promise<TerminalTools> {
  const { environment } = options.terminal;
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'] || undefined;
  const { apiUrl } = readGitHubUrls(environment);
  const config = await workTreeConfig(options.terminal.folder);
  const builtIn = createBuiltInTools({
    github: createTokenAccess({ token, apiUrl }),
    host: createHostReader(),
    aws: createOwnAws(options.terminal.environment, config.aws).access,
  });
  const external = await connectConfiguredTools(options.terminal, config.tools, options.isWanted);
  for (const problem of external.problems) options.terminal.note(`devops: ${escapeText(problem)}\n`);
  const registry = createToolRegistry([...builtIn, ...external.tools]);
  const actor = environment['GITHUB_ACTOR'] ?? userInfo().username;
  const check = createSecretGuard(secretVariables(environment));
  return {
    registry,
    ports: createPorts(options.terminal, { approves: options.approves, actor, check }),
    findSecrets: text => {
      const decision = check(text);
      return decision.kind === 'allow' ? [] : decision.names;
    },
    context: {
      // Every command is a run of its own: its marks must not be taken for those of another.
      runId: `terminal-${randomUUID()}`,
      actor,
      entry: environment['GITHUB_ACTIONS'] === 'true' ? 'action' : 'cli',
      installationId: undefined,
      repository: await repositoryOf(options.terminal, options.repository),
      pullRequest: undefined,
      issue: undefined,
      environment: undefined,
      region: environment['AWS_REGION'],
    },
    close: external.close,
    access: { caller: 'terminal', tools: registry.tools.map(({ name }) => name), maxRisk: 'destructive' },
  };
}

async function connectConfiguredTools(
  { environment }: Terminal,
  config: ToolsConfig,
  isWanted: (name: string) => boolean,
): Promise<ExternalTools> {
  const rules = readToolEnvironment(environment);
  const { secret, variable } = rules;
  const ports = { rules, http: createOutsideHttp(rules), connect: connectMcp, secret, variable };
  return await connectExternalTools(config, ports, isWanted);
}

/** The `tools:` of the checkout's configuration; where they may reach, the environment says. */
export async function configuredTools(folder: string): Promise<ToolsConfig> {
  return (await workTreeConfig(folder)).tools;
}

/** The checkout's configuration, as it lies there. */
export async function workTreeConfig(folder: string): Promise<Config> {
  const root = (await findRepository(folder)) ?? folder;
  const policy = createLocalPolicy({
    named: undefined,
    repositoryFile: () => readWorkTreePolicy(root),
    failOn: undefined,
  });
  return policy.config;
}

function createPorts(
  terminal: Terminal,
  options: {
    readonly approves: boolean;
    readonly actor: string;
    readonly check: ReturnType<typeof createSecretGuard>;
  },
): ToolPorts {
  const redact = createSecretRedactor(detectors);
  return {
    guards: [createOwnSecretsGuard(options.check)],
    approvals: { take: () => Promise.resolve(options.approves ? { by: options.actor } : undefined) },
    journal: undefined,
    // Nothing is kept between two commands; who redirects standard error keeps the lines.
    audit({ action, details }) {
      // What was refused or failed is told as the command's own message.
      if (!['tool.ok', 'tool.approved'].includes(action)) return Promise.resolve();
      const facts = Object.entries(details).filter(([, value]) => value !== null);
      const line = facts.map(([name, value]) => `${name}=${String(value)}`).join(' ');
      terminal.note(`${escapeText(`${action} ${line}`)}\n`);
      return Promise.resolve();
    },
    redact: text => redact('tool-output', text),
    now: () => new Date(),
  };
}

async function repositoryOf(
  terminal: Terminal,
  named: string | undefined,
): Promise<RepositoryName | undefined> {
  const given = named ?? terminal.environment['GITHUB_REPOSITORY'];
  if (given === undefined || given === '') return await remoteRepository(terminal.folder);
  const match = /^(?<owner>[A-Za-z0-9-]+)\/(?<name>[A-Za-z0-9._-]+)$/.exec(given);
  const { owner, name } = match?.groups ?? {};
  if (owner === undefined || name === undefined) {
    throw new UsageError(
      `${named === undefined ? 'GITHUB_REPOSITORY' : '--repo'} must be owner/name, not "${given}".`,
    );
  }
  return { owner, name };
}
