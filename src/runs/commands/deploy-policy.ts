import type { Config } from '../../contracts/config.ts';
import type { EnvironmentConfig } from '../../contracts/deploy.ts';
import type { ActorFacts } from '../../contracts/gate.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { mayDeploy } from '../../policies/index.ts';
import type { CommandCall } from './command-run.ts';

/** The deployments' configuration of the default branch, and what the person who gave the command may do by it. */
export type DeployPolicy = {
  readonly deploy: Config['deploy'];
  readonly actor: ActorFacts;
  /** The environments the person may deploy to. */
  readonly allowed: readonly EnvironmentConfig[];
  readonly warnings: readonly string[];
};

/** Reads the configuration and, where it names teams, the person's membership. */
export async function readDeployPolicy(call: CommandCall): Promise<DeployPolicy> {
  const { run, parts, client, role, context } = call;
  const { repository, installationId } = run;
  const { text } = await client.policy();
  const { config, warnings } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const { deploy } = config;
  const { login } = context.request.actor;
  const teams = [...new Set(deploy.environments.flatMap(({ gates }) => gates.allowed.teams))];
  const actor: ActorFacts = { login, role, teams: await memberships(call, login, teams) };
  const allowed = deploy.environments.filter(({ gates }) => mayDeploy(actor, gates.allowed));
  return { deploy, actor, allowed, warnings };
}

/** The teams of a list that somebody is a member of; no list costs no request. */
export async function memberships(
  { run, parts }: CommandCall,
  login: string,
  teams: readonly string[],
): Promise<ActorFacts['teams']> {
  if (teams.length === 0) return { kind: 'known', value: [] };
  const { gates } = await parts.deploy.clientsFor(run.installationId, run.repository);
  return await gates.teamsOf(login, teams);
}

/** An environment that somebody may deploy to, or what is answered: nothing but a thumbs-down to the others. */
export type FoundEnvironment =
  | { readonly kind: 'found'; readonly environment: EnvironmentConfig }
  | { readonly kind: 'unknown'; readonly message: string }
  | { readonly kind: 'not-allowed' };

/** The environment of a name. That it does not exist is only told to people who may deploy somewhere. */
export function findEnvironment(policy: DeployPolicy, name: string): FoundEnvironment {
  const { deploy, allowed } = policy;
  const environment = deploy.environments.find(candidate => candidate.name === name);
  if (environment !== undefined)
    return allowed.includes(environment) ? { kind: 'found', environment } : { kind: 'not-allowed' };
  const names = deploy.environments.map(candidate => candidate.name);
  if (allowed.length === 0 && names.length > 0) return { kind: 'not-allowed' };
  const known = names.length === 0 ? 'None is configured.' : `There are ${names.map(quoted).join(', ')}.`;
  const message = `There is no environment ${quoted(name)}.${didYouMean(name, names)} ${known}`;
  return { kind: 'unknown', message };
}

function quoted(name: string): string {
  return `\`${name}\``;
}
