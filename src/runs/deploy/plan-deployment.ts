import type { DeploymentLook } from '../../clients/github/gate-client.ts';
import type { PullRequestSnapshot } from '../../clients/github/repository-client.ts';
import type {
  DeployIntent,
  EnvironmentConfig,
  FreezeWindow,
  ParameterValues,
} from '../../contracts/deploy.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { mayDeploy } from '../../policies/index.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import type { DeployAsk } from './deploy-ask.ts';
import { digestOf } from './deploy-digest.ts';
import type { DeployClients } from './deploy-parts.ts';
import { readParameters } from './read-parameters.ts';

/** A deployment fixed in all its parts, before any gate has decided. */
export type DeployPlan = {
  readonly intent: DeployIntent;
  readonly digest: string;
  readonly environment: EnvironmentConfig;
  readonly freeze: readonly FreezeWindow[];
  /** The branch that the commit was found on. */
  readonly ref: string;
  /** Environments that come after this one. */
  readonly followedBy: readonly string[];
  /** Sentences about the configuration that people should know. */
  readonly warnings: readonly string[];
  /** Whether there may be a model to explain things. */
  readonly hasModel: boolean;
};

/** A plan, or why there is none. */
export type Planning =
  | { readonly kind: 'plan'; readonly plan: DeployPlan }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly next: string;
      /** Somebody who may not deploy is told nothing. */
      readonly quiet?: boolean;
    };

/**
 * Reads the configuration of the default branch at a fixed commit and makes the plan from what was asked. `looked` is
 * given all that was read of the pull request with it, for the gates.
 */
export async function planDeployment(
  ask: DeployAsk,
  clients: DeployClients,
  parts: RunParts,
  looked?: (look: DeploymentLook) => void,
): Promise<Planning> {
  const read = await readSource(ask, clients, looked);
  if (read.kind === 'refused') return read;
  const { source } = read;
  const policy = await parts.loadPolicy({
    installationId: ask.installationId,
    owner: ask.repository.owner,
    text: source.policyText,
  });
  const { environments, freeze } = policy.config.deploy;
  const environment = environments.find(({ name }) => name === ask.environment);
  const considered = environment === undefined ? environments : [environment];
  if (!(await mayAsk(ask, considered, clients))) return notAllowed;
  if (environment === undefined) {
    return unknownEnvironment(
      ask.environment,
      environments.map(({ name }) => name),
      policy.warnings,
    );
  }
  const parameters = readParameters(
    environment.parameters,
    ask.fixed === undefined ? ask.parameters : texts(ask.fixed.parameters),
  );
  if (parameters.kind === 'wrong') {
    return {
      kind: 'refused',
      code: 'parameters',
      message: parameters.message,
      next: 'Correct the command; `/devops help deploy` shows the form.',
    };
  }
  const intent: DeployIntent = {
    repository: repositoryKey(ask.repository),
    environment: environment.name,
    sha: source.sha,
    cause: ask.cause,
    parameters: parameters.values,
    configSha: source.policySha,
  };
  return {
    kind: 'plan',
    plan: {
      intent,
      digest: digestOf(intent),
      environment,
      freeze,
      ref: source.ref,
      followedBy: environments
        .filter(({ after }) => after.includes(environment.name))
        .map(({ name }) => name),
      warnings: policy.warnings,
      hasModel: policy.config.model.name !== undefined || parts.reviewer !== undefined,
    },
  };
}

const notAllowed: Planning = {
  kind: 'refused',
  code: 'actor-not-allowed',
  message: 'Only people who may deploy can ask for it.',
  next: '',
  quiet: true,
};

/** Whether who asks may deploy to one of the environments; before anything is said about what was asked. */
async function mayAsk(
  { actor: login, role, trigger }: DeployAsk,
  environments: readonly EnvironmentConfig[],
  { gates }: DeployClients,
): Promise<boolean> {
  if (trigger !== 'person' || role === undefined || environments.length === 0) return true;
  const listed = environments.flatMap(environment => environment.gates.allowed.teams);
  const teams = await gates.teamsOf(login, [...new Set(listed)]);
  return environments.some(environment => mayDeploy({ login, role, teams }, environment.gates.allowed));
}

type Source = Pick<PullRequestSnapshot, 'policySha' | 'policyText'> & {
  readonly sha: string;
  readonly ref: string;
};

type Reading =
  | { readonly kind: 'read'; readonly source: Source }
  | Extract<Planning, { readonly kind: 'refused' }>;

/** The commit and the configuration, in as few requests as possible. */
async function readSource(
  ask: DeployAsk,
  { repository, gates }: DeployClients,
  looked: ((look: DeploymentLook) => void) | undefined,
): Promise<Reading> {
  if (ask.pullRequest === null || ask.fixed !== undefined) {
    const { sha: policySha, text: policyText } = await repository.policy();
    const { sha, ref } = ask.fixed ?? { sha: ask.namedSha ?? policySha, ref: ask.repository.defaultBranch };
    return { kind: 'read', source: { sha, ref, policySha, policyText } };
  }
  const look = looked === undefined ? undefined : await gates.look(ask.pullRequest);
  if (look !== undefined) looked?.(look);
  const snapshot = look ?? (await repository.snapshot(ask.pullRequest));
  const { namedSha } = ask;
  if (namedSha !== undefined && !snapshot.headSha.startsWith(namedSha)) {
    return {
      kind: 'refused',
      code: 'ref-not-head',
      message: 'The commit after `--ref` is not the head of this pull request.',
      next: `Look at the change, then comment \`/devops deploy ${ask.environment} --ref ${snapshot.headSha}\`.`,
    };
  }
  const { headSha: sha, headRef: ref, policySha, policyText } = snapshot;
  return { kind: 'read', source: { sha, ref, policySha, policyText } };
}

function unknownEnvironment(
  name: string,
  known: readonly string[],
  warnings: readonly string[],
): Extract<Planning, { readonly kind: 'refused' }> {
  const names = known.map(environment => `\`${environment}\``).join(', ');
  return {
    kind: 'refused',
    code: 'unknown-environment',
    message:
      known.length === 0
        ? ['No environment is configured.', ...warnings].join(' ')
        : `There is no environment \`${name}\`.${didYouMean(name, known)} There ${known.length === 1 ? 'is' : 'are'} ${names}.`,
    next:
      known.length === 0
        ? 'Add `deploy.environments` to `.github/devops.yml` on the default branch.'
        : `Comment \`/devops deploy ${known[0]}\`.`,
  };
}

/** Values as they would be written in a comment: what was valid once is checked against today's declarations. */
function texts(values: ParameterValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
