import { z } from 'zod';
import type { RepositoryFacts, ReviewedDependency } from '../../contracts/outside.ts';
import { type Severity, severities } from '../../contracts/severity.ts';
import type { Octokit } from './octokit-repository-client.ts';
import { statusOf } from './status-of.ts';

/** Most pages of a hundred refs that are read of one kind; what is beyond is told as unknown by failing. */
const maxRefPages = 20;
/** Most branches asked whether they reach a commit, after the default branch. */
const maxBranchesCompared = 10;

const advisorySeverity = z
  .string()
  .transform(
    (word): Severity =>
      severities.find(severity => severity === word) ?? (word === 'moderate' ? 'medium' : 'high'),
  );

const changesSchema = z.array(
  z.object({
    change_type: z.enum(['added', 'removed']),
    manifest: z.string(),
    ecosystem: z.string(),
    name: z.string(),
    version: z.string(),
    license: z.string().nullable(),
    vulnerabilities: z.array(z.object({ severity: advisorySeverity, advisory_ghsa_id: z.string() })),
  }),
);

/** GitHub's names of ecosystems where they differ from those of package URLs. */
const ecosystemNames: Readonly<Record<string, string>> = {
  pip: 'pypi',
  gomod: 'golang',
  go: 'golang',
  rubygems: 'gem',
  rust: 'cargo',
};

/**
 * "Get a diff of the dependencies between commits"; `off` where the repository does not have it (its dependency graph is
 * off, or it is private without Code Security).
 */
export async function readDependencyChanges(
  octokit: Octokit,
  target: { readonly owner: string; readonly repo: string },
  commits: { readonly base: string; readonly head: string },
): Promise<readonly ReviewedDependency[] | 'off'> {
  try {
    const { data } = await octokit.rest.dependencyGraph.diffRange({
      ...target,
      basehead: `${commits.base}...${commits.head}`,
    });
    return changesSchema
      .parse(data)
      .filter(({ change_type: type }) => type === 'added')
      .map(change => ({
        manifest: change.manifest,
        ecosystem: ecosystemNames[change.ecosystem.toLowerCase()] ?? change.ecosystem.toLowerCase(),
        name: change.name,
        version: change.version,
        licence: change.license ?? undefined,
        vulnerabilities: change.vulnerabilities.map(({ severity, advisory_ghsa_id: id }) => ({
          id,
          severity,
          fixedIn: undefined,
        })),
      }));
  } catch (error) {
    if ([403, 404].includes(statusOf(error) ?? 0) && !isRateLimit(error)) return 'off';
    throw error;
  }
}

function isRateLimit(error: unknown): boolean {
  return error instanceof Error && /rate limit/i.test(error.message);
}

const refsQuery = `query Refs($owner: String!, $name: String!, $prefix: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    refs(refPrefix: $prefix, first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { name target { __typename oid ... on Tag { target { oid } } } }
    }
  }
}`;

const refsSchema = z.object({
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      refs: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            name: z.string(),
            target: z.object({ oid: z.string(), target: z.object({ oid: z.string() }).optional() }),
          }),
        ),
      }),
    })
    .nullable(),
});

/**
 * What GitHub knows about a repository that workflows use: refs, advisories, and for each of `commits` whether the
 * repository's own branches or tags reach it. `not-visible` when the token does not see the repository.
 */
export async function readRepositoryFacts(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
  commits: readonly string[],
): Promise<RepositoryFacts | 'not-visible'> {
  const heads = await readRefs(octokit, repository, 'refs/heads/');
  if (heads === 'not-visible') return 'not-visible';
  const tags = await readRefs(octokit, repository, 'refs/tags/');
  if (tags === 'not-visible') return 'not-visible';
  const reachable = new Map<string, boolean>();
  const tips = new Set([...heads.refs.values(), ...tags.refs.values()]);
  const names = [heads.defaultBranch, ...heads.refs.keys()].filter(name => name !== '');
  const branches = [...new Set(names)].slice(0, maxBranchesCompared + 1);
  for (const commit of commits) {
    reachable.set(commit, tips.has(commit) || (await isReached(octokit, repository, branches, commit)));
  }
  const advisories = await readAdvisories(octokit, `${repository.owner}/${repository.repo}`);
  return { branches: heads.refs, tags: tags.refs, reachable, advisories };
}

async function readRefs(
  octokit: Octokit,
  { owner, repo }: { readonly owner: string; readonly repo: string },
  prefix: string,
): Promise<{ readonly defaultBranch: string; readonly refs: ReadonlyMap<string, string> } | 'not-visible'> {
  const refs = new Map<string, string>();
  let after: string | null = null;
  for (let page = 0; page < maxRefPages; page++) {
    const answer: z.infer<typeof refsSchema> | undefined = await askRefs(octokit, {
      owner,
      name: repo,
      prefix,
      after,
    });
    const found = answer?.repository;
    if (found === undefined || found === null) return 'not-visible';
    for (const { name, target } of found.refs.nodes) refs.set(name, target.target?.oid ?? target.oid);
    if (!found.refs.pageInfo.hasNextPage) return { defaultBranch: found.defaultBranchRef?.name ?? '', refs };
    after = found.refs.pageInfo.endCursor;
  }
  throw new Error(`more than ${maxRefPages * 100} refs`);
}

/** Undefined when the repository does not exist or the token does not see it. */
async function askRefs(
  octokit: Octokit,
  variables: Readonly<Record<string, string | null>>,
): Promise<z.infer<typeof refsSchema> | undefined> {
  try {
    return refsSchema.parse(await octokit.graphql(refsQuery, { ...variables }));
  } catch (error) {
    const errors: unknown = error instanceof Error && 'errors' in error ? error.errors : undefined;
    const isMissing =
      Array.isArray(errors) && errors.some((entry: { type?: unknown }) => entry.type === 'NOT_FOUND');
    if (isMissing) return undefined;
    throw error;
  }
}

/** GitHub compares commits of a whole network of forks, so "behind" or "identical" is the only proof of belonging. */
async function isReached(
  octokit: Octokit,
  repository: { readonly owner: string; readonly repo: string },
  branches: readonly string[],
  commit: string,
): Promise<boolean> {
  for (const branch of branches) {
    try {
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...repository,
        basehead: `${branch}...${commit}`,
        per_page: 1,
      });
      if (data.status === 'behind' || data.status === 'identical') return true;
    } catch (error) {
      // No common history, or no such commit at all.
      if (statusOf(error) !== 404) throw error;
    }
  }
  return false;
}

const advisoriesSchema = z.array(
  z.object({
    ghsa_id: z.string(),
    severity: advisorySeverity,
    vulnerabilities: z
      .array(
        z.object({
          package: z.object({ ecosystem: z.string(), name: z.string().nullable() }).nullable(),
          vulnerable_version_range: z.string().nullable(),
        }),
      )
      .nullable(),
  }),
);

async function readAdvisories(octokit: Octokit, name: string): Promise<RepositoryFacts['advisories']> {
  const { data } = await octokit.rest.securityAdvisories.listGlobalAdvisories({
    ecosystem: 'actions',
    affects: name,
    per_page: 100,
  });
  return advisoriesSchema
    .parse(data)
    .flatMap(({ ghsa_id: id, severity, vulnerabilities }) =>
      (vulnerabilities ?? []).flatMap(({ package: affected, vulnerable_version_range: range }) =>
        affected?.name?.toLowerCase() === name.toLowerCase() && range !== null
          ? [{ id, severity, range }]
          : [],
      ),
    );
}
