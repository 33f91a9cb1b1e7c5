/** How many of a list one request carries; the rest is read page by page. */
const pageSize = 100;

/** GitHub says what is required only with a pull request (`$number`) at hand. */
function contexts(page: string, ofPullRequest: boolean): string {
  const required = ofPullRequest ? ' isRequired(pullRequestNumber: $number)' : '';
  return `statusCheckRollup { contexts(${page}) {
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on CheckRun { name status conclusion startedAt checkSuite { app { databaseId } }${required} }
          ... on StatusContext { context state createdAt${required} }
        }
      } }`;
}

function commitFields(ofPullRequest: boolean): string {
  return `oid
      signature { isValid }
      checkSuites(first: ${pageSize}) { nodes { createdAt branch { name } } }
      ${contexts(`first: ${pageSize}`, ofPullRequest)}`;
}

const reviewFields = `pageInfo { hasNextPage endCursor }
      nodes { state submittedAt authorCanPushToRepository author { login } commit { oid } }`;

/** The states of a review that count; comments leave an approval as it is. */
const reviewStates = 'states: [APPROVED, CHANGES_REQUESTED, DISMISSED]';

/** Names travel as variables, never inside the query's text. */
function earlierFields(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `e${index}: deployments(
      environments: [$e${index}], first: 1, orderBy: { field: CREATED_AT, direction: DESC }
    ) { nodes { commitOid state } }`,
  ).join('\n    ');
}

function earlierVariables(count: number): string {
  return Array.from({ length: count }, (_, index) => `, $e${index}: String!`).join('');
}

const pullRequestFields = `state isDraft isCrossRepository mergeable headRefOid headRefName baseRefName
      author { login }
      headRef { name }
      baseRef { refUpdateRule { requiredStatusCheckContexts } }
      reviews(first: ${pageSize}, ${reviewStates}) { ${reviewFields} }
      commits(last: 1) { nodes { commit { ${commitFields(true)} } } }`;

/** A pull request with its newest commit, and the newest deployment of `earlier` environments. */
export function pullRequestQuery(earlier: number): string {
  return `query PullRequestToDeploy($owner: String!, $name: String!, $number: Int!${earlierVariables(earlier)}) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    ${earlierFields(earlier)}
    pullRequest(number: $number) {
      ${pullRequestFields}
    }
  }
}`;
}

/** The same with what a deployment begins with: the configuration, and the newest comments. */
export const lookQuery = `query DeploymentLook($owner: String!, $name: String!, $number: Int!, $policy: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    policy: object(expression: $policy) { ... on Blob { text } }
    pullRequest(number: $number) {
      ${pullRequestFields}
      comments(last: ${pageSize}) {
        pageInfo { hasPreviousPage }
        nodes { databaseId body viewerDidAuthor }
      }
    }
  }
}`;

/** A commit by its SHA, with the rules of the branch that it is on. */
export function commitQuery(earlier: number): string {
  return `query CommitToDeploy($owner: String!, $name: String!, $sha: GitObjectID!, $branch: String!${earlierVariables(earlier)}) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    ${earlierFields(earlier)}
    ref(qualifiedName: $branch) { refUpdateRule { requiredStatusCheckContexts } }
    object(oid: $sha) { ... on Commit { ${commitFields(false)} } }
  }
}`;
}

/** A further page of checks; of a pull request's commit with `$number`. */
export function moreChecksQuery(ofPullRequest: boolean): string {
  const number = ofPullRequest ? ', $number: Int!' : '';
  return `query MoreChecks($owner: String!, $name: String!${number}, $sha: GitObjectID!, $after: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $sha) { ... on Commit {
      ${contexts(`first: ${pageSize}, after: $after`, ofPullRequest)}
    } }
  }
}`;
}

export const moreReviewsQuery = `query MoreReviews($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { reviews(first: ${pageSize}, after: $after, ${reviewStates}) { ${reviewFields} } }
  }
}`;

export const mergeableQuery = `query Mergeable($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { mergeable headRefOid } }
}`;

export const headQuery = `query Head($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { state headRefOid headRef { name } } }
}`;
