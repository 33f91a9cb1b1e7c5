import type { EarlierDeployment, PullRequestFacts, Readable } from '../../contracts/gate.ts';
import { AppError } from '../../errors.ts';
import {
  commitQuery,
  lookQuery,
  mergeableQuery,
  moreReviewsQuery,
  pullRequestQuery,
} from './change-query.ts';
import { type ChangeReader, maxPages, targetOf, tooLong } from './change-reader.ts';
import {
  type CommitNode,
  commitAnswerSchema,
  earlierSchema,
  lookSchema,
  mergeableAnswerSchema,
  moreReviewsSchema,
  type PullRequestNode,
  pullRequestSchema,
  type ReviewNode,
} from './change-schemas.ts';
import type { ChangeReading, ChangeWants, DeploymentLook } from './gate-client.ts';
import { policyPath } from './graphql.ts';
import { askGraphql, type GraphqlAnswer } from './graphql-answer.ts';
import { readChecks, withRulesets } from './read-checks.ts';
import { readable, refusedField } from './readable.ts';
import { reviewFacts } from './review-facts.ts';
import { statusOf } from './status-of.ts';

/** Waits before asking again whether a pull request conflicts with its base, milliseconds. */
const mergeableWaitsMs = [1_000, 2_000, 4_000];

/** A pull request with everything about its head; undefined when there is none of that number. */
export async function readPullRequestChange(
  reader: ChangeReader,
  number: number,
  wants: ChangeWants,
): Promise<ChangeReading | undefined> {
  const reading = await glanceAtPullRequest(reader, number, wants);
  return reading === undefined ? undefined : await completeChange(reader, reading, wants);
}

/** What one request tells a deployment to begin with; undefined where GitHub refuses a part of it. */
export async function lookAtPullRequest(
  reader: ChangeReader,
  number: number,
): Promise<DeploymentLook | undefined> {
  const variables = { ...targetOf(reader), number, policy: `HEAD:${policyPath}` };
  const { data, refused } = await askGraphql(reader.octokit, lookQuery, variables);
  if (refused.length > 0) return undefined;
  const { policy, defaultBranchRef, pullRequest } = lookSchema.parse(data).repository;
  const { comments } = pullRequest;
  return {
    headSha: pullRequest.headRefOid,
    headRef: pullRequest.headRefName,
    policySha: defaultBranchRef?.target.oid ?? '',
    policyText: policy?.text ?? undefined,
    ownComments: comments.nodes
      .filter(({ viewerDidAuthor }) => viewerDidAuthor)
      .map(({ databaseId: id, body }) => ({ id, body })),
    areAllComments: !comments.pageInfo.hasPreviousPage,
    answer: data,
  };
}

/** What one request tells of a pull request and its head; none where a look holds it. */
export async function glanceAtPullRequest(
  reader: ChangeReader,
  number: number,
  wants: ChangeWants,
  look?: DeploymentLook,
): Promise<ChangeReading | undefined> {
  const { data, refused } = await askForPullRequest(reader, number, wants, look);
  if (isEarlierRefused(refused)) {
    const rest = await glanceAtPullRequest(reader, number, { ...wants, earlier: [] });
    return rest === undefined ? undefined : { ...rest, earlier: refusedField };
  }
  const { repository } = pullRequestSchema.parse(data);
  const { pullRequest } = repository;
  if (pullRequest === null) return undefined;
  const commit = pullRequest.commits.nodes[0]?.commit;
  // Two parts of one answer that differ: the head is being moved at this moment.
  if (commit?.oid !== pullRequest.headRefOid) throw headMoving();
  const [mergeable, reviews, checks] = await Promise.all([
    mergeableOf(reader, number, pullRequest),
    refused.includes('reviews') ? refusedField : readable(() => allReviews(reader, number, pullRequest)),
    readChecks(reader, { commit, refused, number, rule: pullRequest.baseRef, wants }),
  ]);
  const facts: PullRequestFacts = {
    number,
    ...stateFacts(pullRequest),
    mergeable,
    reviews,
    firstCheckSuiteAt: firstSuite(commit, pullRequest.headRefName),
  };
  return {
    change: {
      defaultBranch: repository.defaultBranchRef?.name ?? '',
      pullRequest: facts,
      onBranch: null,
      behindBy: notAsked,
      checks,
      verified: verifiedOf(commit, refused),
    },
    earlier: earlierOf(repository, wants),
  };
}

async function askForPullRequest(
  reader: ChangeReader,
  number: number,
  wants: ChangeWants,
  look: DeploymentLook | undefined,
): Promise<GraphqlAnswer> {
  if (look !== undefined && wants.earlier.length === 0) return { data: look.answer, refused: [] };
  return await askGraphql(reader.octokit, pullRequestQuery(wants.earlier.length), {
    ...targetOf(reader),
    number,
    ...earlierVariables(wants),
  });
}

/** Adds what costs a request of its own: the distance from the base, and what rulesets require of the branch. */
export async function completeChange(
  reader: ChangeReader,
  { change, earlier }: ChangeReading,
  wants: ChangeWants,
): Promise<ChangeReading> {
  const { pullRequest, onBranch, defaultBranch } = change;
  const branch = pullRequest?.baseRef ?? onBranch ?? defaultBranch;
  const [behindBy, checks] = await Promise.all([
    pullRequest === null || !wants.behind
      ? change.behindBy
      : behindOf(reader, { base: branch, sha: pullRequest.headSha }),
    wants.requiredChecks ? withRulesets(reader, change.checks, branch) : change.checks,
  ]);
  return { change: { ...change, behindBy, checks }, earlier };
}

const notAsked: Readable<never> = { kind: 'unreadable', reason: 'it was not asked for.' };

/** A commit of the first of the branches that holds it. */
export async function readBranchChange(
  reader: ChangeReader,
  { sha, branches }: { readonly sha: string; readonly branches: readonly string[] },
  wants: ChangeWants,
): Promise<ChangeReading> {
  const onBranch = await branchHolding(reader, sha, branches);
  const branch = onBranch ?? branches[0] ?? '';
  const { data, refused } = await askGraphql(reader.octokit, commitQuery(wants.earlier.length), {
    ...targetOf(reader),
    sha,
    branch: `refs/heads/${branch}`,
    ...earlierVariables(wants),
  });
  if (isEarlierRefused(refused)) {
    const rest = await readBranchChange(reader, { sha, branches }, { ...wants, earlier: [] });
    return { ...rest, earlier: refusedField };
  }
  const { repository } = commitAnswerSchema.parse(data);
  const commit = repository.object;
  const checks =
    commit === null
      ? noSuchCommit
      : await readChecks(reader, { commit, refused, number: undefined, rule: repository.ref, wants });
  const reading: ChangeReading = {
    change: {
      defaultBranch: repository.defaultBranchRef?.name ?? '',
      pullRequest: null,
      onBranch: commit === null ? null : onBranch,
      behindBy: { kind: 'known', value: 0 },
      checks,
      verified: commit === null ? noSuchCommit : verifiedOf(commit, refused),
    },
    earlier: earlierOf(repository, wants),
  };
  return await completeChange(reader, reading, wants);
}

const noSuchCommit: Readable<never> = { kind: 'unreadable', reason: 'GitHub knows no such commit.' };

const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

function stateFacts(node: PullRequestNode) {
  return {
    state: states[node.state],
    draft: node.isDraft,
    fork: node.isCrossRepository,
    // A deleted account is nobody's: no login is empty.
    author: node.author?.login ?? '',
    headSha: node.headRefOid,
    headRef: node.headRefName,
    headExists: node.headRef !== null,
    baseRef: node.baseRefName,
  };
}

const mergeables = { MERGEABLE: 'yes', CONFLICTING: 'conflicting', UNKNOWN: 'unknown' } as const;

/** GitHub begins to find out when it is asked; a few more looks, seven seconds at most. */
async function mergeableOf(
  { octokit, sleep, ...reader }: ChangeReader,
  number: number,
  pullRequest: PullRequestNode,
): Promise<PullRequestFacts['mergeable']> {
  let { mergeable } = pullRequest;
  for (const waitMs of pullRequest.state === 'OPEN' ? mergeableWaitsMs : []) {
    if (mergeable !== 'UNKNOWN') break;
    await sleep(waitMs);
    const { data } = await askGraphql(octokit, mergeableQuery, { ...targetOf(reader), number });
    const again = mergeableAnswerSchema.parse(data).repository.pullRequest;
    if (again.headRefOid !== pullRequest.headRefOid) throw headMoving();
    ({ mergeable } = again);
  }
  return mergeables[mergeable];
}

async function allReviews(
  { octokit, ...reader }: ChangeReader,
  number: number,
  pullRequest: PullRequestNode,
): Promise<ReturnType<typeof reviewFacts>> {
  const nodes: ReviewNode[] = [...pullRequest.reviews.nodes];
  let { pageInfo } = pullRequest.reviews;
  for (let page = 1; pageInfo.hasNextPage; page += 1) {
    if (page >= maxPages) throw tooLong('reviews');
    const variables = { ...targetOf(reader), number, after: pageInfo.endCursor };
    const { reviews } = moreReviewsSchema.parse(await octokit.graphql(moreReviewsQuery, variables)).repository
      .pullRequest;
    nodes.push(...reviews.nodes);
    ({ pageInfo } = reviews);
  }
  return reviewFacts(nodes);
}

async function behindOf(
  { octokit, repository }: ChangeReader,
  { base, sha }: { readonly base: string; readonly sha: string },
): Promise<Readable<number>> {
  return await readable(async () => {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...repository,
      basehead: `${base}...${sha}`,
      per_page: 1,
    });
    return data.behind_by;
  });
}

/** A branch holds the commit when the commit has nothing that the branch lacks. */
async function branchHolding(
  { octokit, repository }: ChangeReader,
  sha: string,
  branches: readonly string[],
): Promise<string | null> {
  for (const branch of branches) {
    try {
      const basehead = `${branch}...${sha}`;
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...repository,
        basehead,
        per_page: 1,
      });
      if (data.ahead_by === 0) return branch;
    } catch (error) {
      // No such branch, or no history in common.
      if (statusOf(error) !== 404) throw error;
    }
  }
  return null;
}

function firstSuite({ checkSuites }: CommitNode, headRef: string): string | null {
  const times = (checkSuites?.nodes ?? [])
    .filter(({ branch }) => branch?.name === headRef)
    .map(({ createdAt }) => createdAt);
  return times.toSorted((a, b) => new Date(a).getTime() - new Date(b).getTime())[0] ?? null;
}

function verifiedOf({ signature }: CommitNode, refused: readonly string[]): Readable<boolean> {
  return refused.includes('signature') ? refusedField : { kind: 'known', value: signature?.isValid ?? false };
}

function earlierOf(
  repository: Readonly<Record<string, unknown>>,
  { earlier }: ChangeWants,
): Readable<readonly EarlierDeployment[]> {
  const value = earlier.map((environment, index): EarlierDeployment => {
    const [newest] = earlierSchema.parse(repository[`e${index}`]).nodes;
    return { environment, sha: newest?.commitOid ?? null, active: newest?.state === 'ACTIVE' };
  });
  return { kind: 'known', value };
}

/** Deployments cannot be null, so that refusing them leaves nothing of the whole answer. */
function isEarlierRefused(refused: readonly string[]): boolean {
  return refused.some(field => /^e\d+$/.test(field));
}

function earlierVariables({ earlier }: ChangeWants): Readonly<Record<string, string>> {
  return Object.fromEntries(earlier.map((environment, index) => [`e${index}`, environment]));
}

function headMoving(): AppError {
  return new AppError({
    code: 'head-moving',
    publicMessage: 'The head of the pull request moved while it was read.',
    retryable: true,
  });
}
