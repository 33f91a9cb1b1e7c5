import type { DefinitionFiles } from '../agents/custom/load-agents.ts';
import { noAwsAccess } from '../clients/aws/tool-access.ts';
import type { GitHubApp } from '../clients/github/github-app.ts';
import { createHostReader } from '../clients/host.ts';
import { connectMcp } from '../clients/mcp/mcp-connection.ts';
import { createOutsideHttp } from '../clients/outside/outside-http.ts';
import { createPostJson } from '../clients/outside/post-json.ts';
import type { ModelEnvironment } from '../config/resolve-model.ts';
import { readToolEnvironment } from '../config/tool-environment.ts';
import type { Store } from '../contracts/store.ts';
import { detectors } from '../detectors/index.ts';
import { guardrailDefinitions, guardrailsFor } from '../guardrails/index.ts';
import { withOwnSecrets } from '../guardrails/redact-own-secrets.ts';
import { createSecretRedactor } from '../guardrails/redact-secrets.ts';
import type { Logger } from '../logger.ts';
import type { createSecretGuard } from '../results/secret-guard.ts';
import type { AgentRunParts } from '../runs/agents/agent-run-parts.ts';
import type { RunParts } from '../runs/run-parts.ts';
import { connectExternalTools, externalSpecifications } from '../tools/external/connect-external-tools.ts';
import { createBuiltInTools, toolSpecifications } from '../tools/index.ts';
import { createOwnSecretsGuard } from '../tools/own-secrets-guard.ts';
import { createToolRegistry } from '../tools/registry.ts';
import { composeAgents } from './compose-run-agent.ts';

/** How long an organisation's definitions are remembered, milliseconds: they change rarely and cost two calls. */
const organisationCacheMs = 5 * 60 * 1000;

/** The agents of the App: tools through installation tokens narrowed to each call, models by the server's own keys. */
export function composeServerAgents(composition: {
  readonly app: Pick<GitHubApp, 'toolAccess' | 'readOrganisationDefinitions'>;
  readonly store: Pick<Store, 'audit' | 'traces'>;
  readonly awsFor: RunParts['awsFor'];
  readonly variables: ModelEnvironment['variables'];
  readonly storedKeys: ModelEnvironment['storedKeys'];
  readonly check: ReturnType<typeof createSecretGuard>;
  readonly now: () => Date;
  readonly logger: Logger;
}): AgentRunParts {
  const { app, store, awsFor, variables, storedKeys, check, now, logger } = composition;
  const host = createHostReader();
  const rules = readToolEnvironment(variables);
  const { secret, variable } = rules;
  const outside = { rules, http: createOutsideHttp(rules), connect: connectMcp, secret, variable };
  const redact = createSecretRedactor(detectors);
  const findSecrets = (text: string): readonly string[] => {
    const decision = check(text);
    return decision.kind === 'allow' ? [] : decision.names;
  };
  const post = createPostJson(outside.http);
  return {
    toolRisks: config =>
      new Map(
        [...toolSpecifications, ...externalSpecifications(config.tools)].map(({ name, risk }) => [
          name,
          risk,
        ]),
      ),
    guardrails: guardrailDefinitions.map(({ name }) => name),
    organisationFiles: createOrganisationFiles(app, now),
    async compose({ config, repository, agents, documents, toolNames, budget }) {
      const aws = repository === undefined ? noAwsAccess : awsFor(config.aws, repository);
      const builtIn = createBuiltInTools({ github: app.toolAccess, host, aws });
      const external = await connectExternalTools(config.tools, outside, name => toolNames.includes(name));
      const composed = composeAgents({
        config,
        environment: { variables, storedKeys, shared: true },
        agents,
        documents,
        registry: createToolRegistry([...builtIn, ...external.tools]),
        ports: {
          guards: [createOwnSecretsGuard(check)],
          audit: entry => store.audit.append(entry),
          redact: text => redact('tool-output', text),
        },
        guardrails: (named, ask) =>
          guardrailsFor({ named, parts: { findSecrets, redact, ask, post }, configured: config.guardrails }),
        redact: withOwnSecrets(redact, findSecrets),
        budget,
        keepTrace: trace => store.traces.keep(trace),
        logger,
      });
      return { ...composed, gaps: external.problems, close: external.close };
    },
  };
}

function createOrganisationFiles(
  app: Pick<GitHubApp, 'readOrganisationDefinitions'>,
  now: () => Date,
): AgentRunParts['organisationFiles'] {
  const cache = new Map<string, { readonly until: number; readonly files: DefinitionFiles }>();
  return async ({ installationId, owner }) => {
    const known = cache.get(owner);
    const at = now().getTime();
    if (known !== undefined && known.until > at) return known.files;
    const folder = await app.readOrganisationDefinitions({ installationId, owner });
    const files: DefinitionFiles = folder?.files ?? new Map<string, string>();
    cache.set(owner, { until: at + organisationCacheMs, files });
    return files;
  };
}
