import type { RepositoryName } from '../../contracts/context.ts';

/** What is known of a repository without asking a model or a tool; undefined where the entry does not know it. */
export type RepositoryFacts = {
  readonly repository: RepositoryName | undefined;
  readonly defaultBranch: string | undefined;
  /** Commit of the default branch at which the definitions were read. */
  readonly commit: string | undefined;
  /** Names of the deployment environments of the configuration. */
  readonly environments: readonly string[];
};

/** The name under which agents ask for the facts. */
export const repositoryFactsDocument = 'repository-facts';

/** The facts as a document: one a line, unknown ones left out. */
export function renderRepositoryFacts({
  repository,
  defaultBranch,
  commit,
  environments,
}: RepositoryFacts): string {
  const lines: readonly (string | undefined)[] = [
    repository === undefined
      ? 'No repository is known; tools that need one must be given its name.'
      : `repository: ${repository.owner}/${repository.name}`,
    defaultBranch === undefined ? undefined : `default branch: ${defaultBranch}`,
    commit === undefined ? undefined : `definitions read at commit: ${commit}`,
    environments.length === 0
      ? 'deployment environments: none are configured'
      : `deployment environments: ${environments.join(', ')}`,
  ];
  return lines.filter(line => line !== undefined).join('\n');
}
