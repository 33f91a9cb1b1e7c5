import type { MergedPullRequest } from '../../clients/github/ci-client.ts';
import type { DeployRecord } from '../../contracts/deploy.ts';
import type { IncidentFact, IncidentFacts } from '../../contracts/incident.ts';
import { errorFields } from '../../logger.ts';
import type { CommandCall } from '../commands/command-run.ts';
import { repositoryKey } from '../run-parts.ts';
import { collectAws } from './collect-aws.ts';

/** How far back is looked, hours. */
const windowHours = 6;
const maxDeployments = 100;

/** Reads everything that may tell of an incident, at the same time; what cannot be read is said, not guessed. */
export async function collectIncident(call: CommandCall): Promise<IncidentFacts> {
  const { context, run, parts, client } = call;
  const to = parts.now();
  const from = new Date(to.getTime() - windowHours * 3_600_000);
  const { repository, installationId } = run;
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({ installationId, owner: repository.owner, text });
  const access = parts.awsFor(config.aws, { owner: repository.owner, name: repository.name });
  const regions = config.aws.regions.length > 0 ? config.aws.regions : [config.aws.region];
  const window = { from, to, signal: context.signal };
  const gaps: string[] = [];
  const [records, merges, ...aws] = await Promise.all([
    parts.store.deployments.list({ repository: repositoryKey(repository), limit: maxDeployments }),
    readMerges(call, from, gaps),
    ...regions.map(region =>
      region === undefined
        ? { facts: [], services: [], gaps: ['No AWS account was looked at: `aws.region` is not set.'] }
        : collectAws(region, {
            ...window,
            access,
            runId: context.request.id,
            actor: context.request.actor.login,
            logGroups: config.aws.logGroups,
          }),
    ),
  ]);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    facts: [...deploymentFacts(records, from), ...merges, ...aws.flatMap(({ facts }) => facts)],
    services: aws.flatMap(({ services }) => services),
    environments: environmentsOf(records),
    gaps: [...gaps, ...aws.flatMap(found => found.gaps)],
  };
}

function deploymentFacts(records: readonly DeployRecord[], from: Date): readonly IncidentFact[] {
  return records
    .filter(({ updatedAt, state }) => Date.parse(updatedAt) >= from.getTime() && isTold(state))
    .map(({ updatedAt, environment, sha, ref, actor, state, cause }) => ({
      at: updatedAt,
      source: 'deployment',
      region: undefined,
      subject: environment,
      text: `${cause} of ${sha.slice(0, 7)} (${ref}) by ${actor}: ${state}`,
      isSymptom: state === 'failure' || state === 'error',
    }));
}

function isTold(state: DeployRecord['state']): boolean {
  return state === 'success' || state === 'failure' || state === 'error';
}

function environmentsOf(records: readonly DeployRecord[]): IncidentFacts['environments'] {
  const good = records.filter(({ state }) => state === 'success');
  return [...Map.groupBy(good, ({ environment }) => environment)].flatMap(([name, [newest, ...older]]) =>
    newest === undefined
      ? []
      : [{ name, sha: newest.sha, previousSha: older.find(({ sha }) => sha !== newest.sha)?.sha }],
  );
}

async function readMerges(
  { run, parts }: CommandCall,
  from: Date,
  gaps: string[],
): Promise<readonly IncidentFact[]> {
  try {
    const client = await parts.ci.clientFor(run.installationId, run.repository);
    return (await client.mergedSince(from)).map(mergeFact);
  } catch (error) {
    parts.logger.warn('Merges of an incident were not read', { ...errorFields(error) });
    gaps.push('The merged pull requests could not be read.');
    return [];
  }
}

function mergeFact({ number, title, author, mergedAt, url }: MergedPullRequest): IncidentFact {
  return {
    at: mergedAt,
    source: 'merge',
    region: undefined,
    subject: `#${number}`,
    text: `${title} by ${author}`,
    link: url,
    isSymptom: false,
  };
}
