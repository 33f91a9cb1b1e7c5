import { buildSchema } from 'graphql';

/** The part of GitHub's GraphQL schema that is used, with GitHub's names and types. */
export const graphqlSchema = buildSchema(`
  scalar GitObjectID
  scalar DateTime
  scalar URI
  type Query { repository(owner: String!, name: String!): Repository }
  type Repository {
    defaultBranchRef: Ref
    object(expression: String, oid: GitObjectID): GitObject
    pullRequest(number: Int!): PullRequest
    pullRequests(first: Int, states: [PullRequestState!], orderBy: IssueOrder): PullRequestConnection!
    issue(number: Int!): Issue
    issues(
      first: Int, after: String, states: [IssueState!], filterBy: IssueFilters, orderBy: IssueOrder
    ): IssueConnection!
    labels(first: Int, after: String): LabelConnection
    securityPolicyUrl: URI
    refs(refPrefix: String!, first: Int, after: String): RefConnection
    ref(qualifiedName: String!): Ref
    deployments(environments: [String!], first: Int, orderBy: DeploymentOrder): DeploymentConnection!
  }
  type RefConnection { nodes: [Ref] pageInfo: PageInfo! totalCount: Int! }
  type Ref { name: String! target: GitObject refUpdateRule: RefUpdateRule }
  type RefUpdateRule { requiredStatusCheckContexts: [String] }
  enum DeploymentOrderField { CREATED_AT }
  enum OrderDirection { ASC DESC }
  input DeploymentOrder { field: DeploymentOrderField! direction: OrderDirection! }
  type DeploymentConnection { nodes: [Deployment] }
  enum DeploymentState { ABANDONED ACTIVE DESTROYED ERROR FAILURE INACTIVE IN_PROGRESS PENDING QUEUED SUCCESS WAITING }
  type Deployment { commitOid: String! state: DeploymentState }
  interface GitObject { oid: GitObjectID! }
  type Commit implements GitObject {
    oid: GitObjectID! signature: GitSignature statusCheckRollup: StatusCheckRollup
    checkSuites(first: Int): CheckSuiteConnection
  }
  type GitSignature { isValid: Boolean! }
  type CheckSuiteConnection { nodes: [CheckSuite] }
  type CheckSuite { createdAt: DateTime! branch: Ref app: App }
  type App { databaseId: Int }
  type StatusCheckRollup { contexts(first: Int, after: String): StatusCheckRollupContextConnection! }
  type StatusCheckRollupContextConnection { nodes: [StatusCheckRollupContext] pageInfo: PageInfo! }
  union StatusCheckRollupContext = CheckRun | StatusContext
  enum CheckStatusState { COMPLETED IN_PROGRESS PENDING QUEUED REQUESTED WAITING }
  enum CheckConclusionState {
    ACTION_REQUIRED CANCELLED FAILURE NEUTRAL SKIPPED STALE STARTUP_FAILURE SUCCESS TIMED_OUT
  }
  type CheckRun {
    name: String! status: CheckStatusState! conclusion: CheckConclusionState startedAt: DateTime
    checkSuite: CheckSuite! isRequired(pullRequestNumber: Int): Boolean!
  }
  enum StatusState { ERROR EXPECTED FAILURE PENDING SUCCESS }
  type StatusContext {
    context: String! state: StatusState! createdAt: DateTime! isRequired(pullRequestNumber: Int): Boolean!
  }
  type Tag implements GitObject { oid: GitObjectID! target: GitObject! }
  type Tree implements GitObject { oid: GitObjectID! entries: [TreeEntry!] }
  type TreeEntry { name: String! type: String! object: GitObject }
  type Blob implements GitObject { oid: GitObjectID! text: String isBinary: Boolean isTruncated: Boolean! byteSize: Int! }
  enum PullRequestState { OPEN CLOSED MERGED }
  interface Actor { login: String! }
  type User implements Actor { login: String! }
  type Bot implements Actor { login: String! }
  type PullRequest {
    number: Int! title: String! body: String! state: PullRequestState! isDraft: Boolean! isCrossRepository: Boolean!
    headRefOid: GitObjectID! headRefName: String! baseRefOid: GitObjectID! baseRefName: String! changedFiles: Int! author: Actor
    comments(last: Int, before: String): IssueCommentConnection!
    labels(first: Int): LabelConnection mergeable: MergeableState! headRef: Ref baseRef: Ref
    commits(last: Int): PullRequestCommitConnection!
    reviews(first: Int, after: String, states: [PullRequestReviewState!]): PullRequestReviewConnection
    reviewThreads(first: Int): PullRequestReviewThreadConnection!
  }
  type PullRequestReviewThreadConnection { nodes: [PullRequestReviewThread] }
  type PullRequestReviewThread { isResolved: Boolean! comments(first: Int): PullRequestReviewCommentConnection! }
  type PullRequestReviewCommentConnection { nodes: [PullRequestReviewComment] totalCount: Int! }
  enum ReactionContent { CONFUSED EYES HEART HOORAY LAUGH ROCKET THUMBS_DOWN THUMBS_UP }
  type PullRequestReviewComment {
    databaseId: Int body: String! path: String! line: Int viewerDidAuthor: Boolean!
    reactions(content: ReactionContent, first: Int): ReactionConnection!
  }
  type ReactionConnection { nodes: [Reaction] }
  type Reaction { user: User }
  type LabelConnection { nodes: [Label] pageInfo: PageInfo! }
  type Label { name: String! description: String }
  type PullRequestConnection { nodes: [PullRequest] }
  enum IssueState { OPEN CLOSED }
  enum IssueOrderField { CREATED_AT UPDATED_AT COMMENTS }
  input IssueOrder { field: IssueOrderField! direction: OrderDirection! }
  input IssueFilters { since: DateTime }
  type IssueConnection { nodes: [Issue] pageInfo: PageInfo! }
  type UserConnection { nodes: [User] }
  type Milestone { number: Int! }
  type Issue {
    number: Int! title: String! body: String! state: IssueState! author: Actor viewerDidAuthor: Boolean!
    updatedAt: DateTime! labels(first: Int): LabelConnection assignees(first: Int!): UserConnection! milestone: Milestone
    comments(last: Int, before: String): IssueCommentConnection!
  }
  enum MergeableState { CONFLICTING MERGEABLE UNKNOWN }
  type PullRequestCommitConnection { nodes: [PullRequestCommit] }
  type PullRequestCommit { commit: Commit! }
  enum PullRequestReviewState { APPROVED CHANGES_REQUESTED COMMENTED DISMISSED PENDING }
  type PullRequestReviewConnection { nodes: [PullRequestReview] pageInfo: PageInfo! }
  type PullRequestReview {
    state: PullRequestReviewState! submittedAt: DateTime authorCanPushToRepository: Boolean! author: Actor commit: Commit
  }
  type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }
  type PageInfo { hasPreviousPage: Boolean! startCursor: String hasNextPage: Boolean! endCursor: String }
  type IssueComment { databaseId: Int body: String! viewerDidAuthor: Boolean! author: Actor }
`);
